/**
 * Measures convolvers and layers side by side with peers. Each contestant has a process of its own;
 * they take turns, and are timed only after their results agree.
 *
 * <p>{@link org.conv4j.verify.bench.Bench} is the entry, {@link org.conv4j.verify.bench.BenchCases}
 * the table of cases, {@link org.conv4j.verify.bench.WorkerLoop} the other end of the pipe. A task
 * is what a case computes, with its sizes and bounds.
 */
package org.conv4j.verify.bench;
