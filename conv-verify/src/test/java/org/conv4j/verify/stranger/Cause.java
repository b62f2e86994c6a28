package org.conv4j.verify.stranger;

import java.util.function.Predicate;

/**
 * Why checks fail: one thing that a library does otherwise.
 *
 * @param title in a few words
 * @param text in plain words
 * @param covers the deviations that come of it
 */
record Cause(String title, String text, Predicate<Deviation> covers) {}
