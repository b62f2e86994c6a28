package org.conv4j.verify.operand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitMixTest {
  /** First outputs, from a second implementation in Python with integers modulo 2^64. */
  @ParameterizedTest
  @CsvSource({
    "1234567, 6457827717110365317 3203168211198807973 9817491932198370423 4593380528125082431",
    "0, 16294208416658607535 7960286522194355700 487617019471545679",
  })
  void the_numbers_are_the_published_ones(long seed, String expected) {
    SplitMix random = new SplitMix(seed);
    for (String word : expected.split(" ", -1)) {
      assertThat(Long.toUnsignedString(random.next())).isEqualTo(word);
    }
  }

  @Test
  void fractions_are_the_upper53_bits() {
    assertThat(new SplitMix(1234567).unit()).isEqualTo((6457827717110365317L >>> 11) * 0x1p-53);
  }

  @Test
  void integers_between_two_bounds_are_the_unsigned_remainder() {
    assertThat(new SplitMix(1234567).between(-9, 9)).isEqualTo(-9 + 6457827717110365317L % 19);
    // 16408922859458223821, the fifth number, is negative as a long.
    SplitMix random = new SplitMix(1234567);
    long fifth = LongStream.generate(() -> random.between(0, 9)).skip(4).findFirst().orElseThrow();
    assertThat(fifth).isEqualTo(1);
  }

  @Test
  void every_integer_between_two_bounds_comes_up_and_no_other() {
    SplitMix random = new SplitMix(3);
    assertThat(LongStream.generate(() -> random.between(-2, 2)).limit(200).boxed())
        .containsOnly(-2L, -1L, 0L, 1L, 2L);
  }
}
