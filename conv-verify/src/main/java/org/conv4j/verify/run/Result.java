package org.conv4j.verify.run;

import java.time.Duration;

/**
 * A check and how it ended.
 *
 * @param check the check
 * @param outcome how it ended
 * @param time how long it took
 */
public record Result(Check check, Outcome outcome, Duration time) {}
