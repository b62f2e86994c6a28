package org.conv4j.verify.search;

/** Which recipes something is checked on. */
public enum Drawing {
  /** Recipes drawn at random, most of them small. */
  RANDOM,
  /** One recipe after another, for every awkward size. */
  SIZES,
  /** One small recipe after another, for every type with every regime. */
  KINDS
}
