package org.conv4j.fft;

/**
 * A plan that was found to be the cheapest.
 *
 * @param engine what carries it out
 * @param plan the tiles
 * @param nanos the estimate of its time on one thread
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
record Planned<A>(TileEngine<A> engine, TilePlan plan, double nanos) {}
