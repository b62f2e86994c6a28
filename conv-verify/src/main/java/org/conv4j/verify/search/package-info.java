/**
 * Finds recipes on which a check fails, and shrinks them. The only package that knows jqwik, which
 * is used for what it does best, generating and shrinking, in a session of its own: the kit thus
 * needs one test engine, JUnit Jupiter, and an implementer never meets two in one class.
 */
package org.conv4j.verify.search;
