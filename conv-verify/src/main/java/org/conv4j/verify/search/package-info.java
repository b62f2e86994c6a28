/**
 * Finds recipes on which a check fails.
 *
 * <p>A <i>search</i> draws recipes, and <i>shrinks</i> the first that fails: it takes simpler ones
 * as long as they fail, too. A <i>sweep</i> is a list of recipes, at least one for every awkward
 * size, and its <i>reach</i> is the longest size.
 *
 * <p>jqwik draws and shrinks here, in a session of its own. A class that implements {@link
 * org.conv4j.verify.junit.ConvolverConformance} therefore needs one test engine, JUnit Jupiter.
 * Those who test with jqwik use {@link org.conv4j.verify.jqwik}.
 */
package org.conv4j.verify.search;
