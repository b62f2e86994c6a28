package org.conv4j.verify.cost;

/**
 * A request to a {@link ChoiceBench}.
 *
 * @param sample the call
 * @param rounds how often each candidate measures; 0 to call each for a moment, to warm up
 * @param limit a candidate whose estimate is more seconds may go unmeasured
 */
public record ChoiceRequest(Sample sample, int rounds, double limit) {}
