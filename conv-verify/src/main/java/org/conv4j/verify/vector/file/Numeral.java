package org.conv4j.verify.vector.file;

/**
 * A JSON number as it is written. Only the dtype of its array can say how to read it: through
 * {@code double}, an {@code int64} would lose digits, a {@code float32} would be rounded twice, and
 * {@code -0} would lose its sign if it were read as an integer first.
 */
final class Numeral extends Number {
  private static final long serialVersionUID = 1L;

  private final String text;

  Numeral(String text) {
    this.text = text;
  }

  @Override
  public int intValue() {
    return Integer.parseInt(text);
  }

  @Override
  public long longValue() {
    return Long.parseLong(text);
  }

  @Override
  public float floatValue() {
    return Float.parseFloat(text);
  }

  @Override
  public double doubleValue() {
    return Double.parseDouble(text);
  }

  /** Whether there is neither a fraction nor an exponent. */
  boolean isWhole() {
    return text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
  }

  @Override
  public String toString() {
    return text;
  }
}
