/**
 * Finds recipes on which a check fails, and shrinks them. Here jqwik generates and shrinks in a
 * session of its own: a class that implements {@link org.conv4j.verify.junit.ConvolverConformance}
 * needs one test engine, JUnit Jupiter. For users of jqwik itself there is {@link
 * org.conv4j.verify.jqwik}.
 */
package org.conv4j.verify.search;
