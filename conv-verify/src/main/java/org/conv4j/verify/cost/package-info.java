/**
 * Compares what convolutions cost with what implementations estimate: fits the constants of
 * estimates to measurements, and times the automatic choice.
 *
 * <p>{@link org.conv4j.verify.cost.ChoiceTrial} measures choices, {@link
 * org.conv4j.verify.cost.Calibration} fits constants; {@link org.conv4j.verify.cost.ChoiceBench}
 * and {@link org.conv4j.verify.cost.CalibrationBench} are the other ends of the pipe, in a worker
 * that holds all convolvers.
 */
package org.conv4j.verify.cost;
