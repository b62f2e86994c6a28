/**
 * How time and memory are measured: the clock, what is said of several rounds, and the processes in
 * which measurements are made.
 *
 * <p>{@link org.conv4j.verify.measure.Workers} starts processes, {@link
 * org.conv4j.verify.measure.Assistant} is a single one that is asked questions, and {@link
 * org.conv4j.verify.measure.Service} is the other end of the pipe. {@link
 * org.conv4j.verify.measure.Stopwatch} times calls.
 */
package org.conv4j.verify.measure;
