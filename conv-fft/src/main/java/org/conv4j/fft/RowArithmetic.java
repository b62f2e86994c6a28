package org.conv4j.fft;

/**
 * What {@link RowEngine} does to numbers of one type. All loops are so short and plain that the
 * virtual machine makes vector code of them, each for itself: that is why a butterfly of many legs
 * is several of them.
 *
 * <p>A <i>wide row</i> holds one complex number of each of up to {@link #width} columns: their real
 * parts, and {@code width} elements on their imaginary parts. <i>Pairs</i> are complex numbers with
 * real and imaginary part next to each other.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
@SuppressWarnings("TooManyParameters") // the legs of butterflies
interface RowArithmetic<A> {
  /** Columns in a wide row. */
  int width();

  /** The same for rows of fewer columns, if there are no more; each of them takes longer. */
  RowArithmetic<A> narrow(int width);

  /** An array of zeros. */
  A allocate(int length);

  /** A buffer of wide rows. */
  A[] rows(int count);

  /** Sets to zero. */
  void clear(A data, int from, int to);

  /** Multiplies by a real number. */
  void scale(A data, int from, int to, double factor);

  /** Fills a wide row from as many parts, from {@code from} on. */
  void load(A re, A im, int from, A row, int columns);

  /** The reverse of {@link #load}. */
  void store(A row, A re, A im, int to, int columns);

  /** {@code a *= re + i im}. */
  void turn(A a, double re, double im, int columns);

  /** {@code a *= (re + i im)[index]}. */
  void turn(A a, A re, A im, int index, int columns);

  /** {@code sum += a * (re + i im)[index]}. */
  void addTurned(A sum, A a, A re, A im, int index, int columns);

  /** The transform of two numbers. */
  void two(A a, A b);

  /** That of three: {@code exp(2 pi i / 3)} to the power of the sign, 1 or -1, is its root. */
  void three(A a, A b, A c, double sign, int columns);

  /** That of four. */
  void four(A a, A b, A c, A d, double sign, int columns);

  /** That of five. */
  void five(A a, A b, A c, A d, A e, double sign, int columns);

  /** {@code a *= kernel}, number by number. */
  void multiply(A a, A kernel, int columns);

  /** {@code sum += a * kernel}, number by number. */
  void addProduct(A sum, A a, A kernel, int columns);

  /** Takes pairs apart, from pair number {@code from} on: their parts go to {@code to} and on. */
  void split(A pairs, int from, A re, A im, int to, int count);

  /** Puts parts together to pairs, from pair number {@code to} on. */
  void join(A re, A im, int from, A pairs, int to, int count);

  /** {@code pairs *= kernel}, pair by pair. */
  void multiplyPairs(A pairs, A kernel, int count);

  /** {@code sum += pairs * kernel}, pair by pair, from one pair to another. */
  void addProductOfPairs(A sum, A pairs, A kernel, int from, int to);

  /** {@code sum += x * kernel} of numbers in two arrays each, from one number to another. */
  void addProduct(A sumRe, A sumIm, A re, A im, A kernelRe, A kernelIm, int from, int to);

  /**
   * Fills lanes of wide rows from runs of an array, which are thereby transposed: number i of lane
   * {@code l} comes from {@code data[starts[l] + i]}, and goes to row {@code i - shift}.
   *
   * @param part 0 for the real parts, {@link #width} for the imaginary ones
   */
  void loadLanes(A data, int[] starts, LanePart lanes, A[] rows, int part);

  /** The reverse of {@link #loadLanes}. */
  void storeLanes(A[] rows, int part, A data, int[] starts, LanePart lanes);

  /**
   * Some numbers of some lanes.
   *
   * @param first the first lane
   * @param end the end of the lanes
   * @param from the first number
   * @param to the end of the numbers
   * @param shift the number that is in row 0
   */
  record LanePart(int first, int end, int from, int to, int shift) {}
}
