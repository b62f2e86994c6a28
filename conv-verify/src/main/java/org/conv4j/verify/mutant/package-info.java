/**
 * Convolvers that are wrong on purpose, each with one mistake that people make. What a kit is worth
 * is what it catches: each of these must be caught, by the laws that are named for it.
 */
package org.conv4j.verify.mutant;
