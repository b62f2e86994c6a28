/**
 * Measures convolvers side by side with others: each contestant in a process of its own, in turns,
 * and only after their results have been found to agree.
 *
 * <p>{@link org.conv4j.verify.bench.Bench} is the whole, {@link org.conv4j.verify.bench.BenchCases}
 * the table of cases, {@link org.conv4j.verify.bench.WorkerLoop} the other end of the pipe.
 */
package org.conv4j.verify.bench;
