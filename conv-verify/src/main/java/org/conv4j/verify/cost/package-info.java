/**
 * What convolutions cost: the automatic choice is held against the clock.
 *
 * <p>{@link org.conv4j.verify.cost.ChoiceTrial} measures choices; {@link
 * org.conv4j.verify.cost.ChoiceBench} is the other end of the pipe, in a worker that holds all
 * convolvers.
 */
package org.conv4j.verify.cost;
