package org.conv4j.verify.mutant;

import java.util.Locale;

/** What a mistake is about, in convolution and in layers. */
public enum Flaw {
  /** Which part of the full result a mode selects. */
  WINDOW,
  /** The sum itself. */
  FORMULA,
  /** What is assumed about the second operand. */
  KERNEL,
  /** Convolution through transforms. */
  TRANSFORM,
  /** Signals cut into blocks. */
  BLOCK,
  /** Several axes in one array. */
  LAYOUT,
  /** State that is left from an earlier call. */
  STATE,
  /** Arguments and results as storage. */
  STORAGE,
  /** Several calls at once. */
  THREADS,
  /** Rounding, and claims about it. */
  ROUNDING,
  /** NaN, infinities and the ends of the range. */
  RANGE,
  /** Integers, which wrap. */
  INTEGER,
  /** Complex data, and operands of two types. */
  TYPE,
  /** Right except for some sizes or ranks. */
  SIZE,
  /** The zeros around the input of a layer. */
  PADDING,
  /** Channels of a layer in groups. */
  GROUPS,
  /** Layers as matrix products. */
  LOWERING,
  /** Several items in one batch. */
  BATCH,
  /** Transposed layers, and gradients. */
  GRADIENT,
  /** Right nearly always. */
  RARE,
  /** Correlation, prepared and streaming convolution, plain arrays. */
  FORM,
  /** What must be refused, and what must not. */
  REFUSAL,
  /** Calls that do not end as calls should. */
  CRASH,
  /** Calls that do not end. */
  HANG;

  /**
   * The flaw in a report.
   *
   * @return one lower-case word
   */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
