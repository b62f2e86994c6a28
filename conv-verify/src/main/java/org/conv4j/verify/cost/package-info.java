/**
 * What convolutions cost, and what implementations say they will: constants of their estimates are
 * fitted to measurements, and the automatic choice is held against the clock.
 *
 * <p>{@link org.conv4j.verify.cost.ChoiceTrial} measures choices, {@link
 * org.conv4j.verify.cost.Calibration} fits constants; {@link org.conv4j.verify.cost.ChoiceBench}
 * and {@link org.conv4j.verify.cost.CalibrationBench} are the other ends of the pipe, in a worker
 * that holds all convolvers.
 */
package org.conv4j.verify.cost;
