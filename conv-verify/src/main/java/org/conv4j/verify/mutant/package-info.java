/**
 * Convolvers that are wrong on purpose, each with one mistake that people make. A kit is worth what
 * it catches: each of these must be caught by the laws that are named for it.
 */
package org.conv4j.verify.mutant;
