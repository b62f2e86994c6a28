package org.conv4j.verify.law;

import java.util.List;
import java.util.stream.Stream;
import org.conv4j.api.Convolver;

/** Convolvers with mistakes that people make, and the laws that must catch each. */
public final class WrongConvolvers {
  private WrongConvolvers() {}

  static List<Wrong> all() {
    return Stream.of(
            WrongWindows.all(),
            WrongValues.all(),
            WrongStorage.all(),
            WrongTypes.all(),
            WrongRefusals.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The commonest mistake: the kernel is not flipped.
   *
   * @return a convolver that computes correlation
   */
  public static Convolver correlation() {
    return (in1, in2, mode) -> Wrong.RIGHT.convolve(in1, in2.reversed(), mode);
  }
}
