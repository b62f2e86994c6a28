package org.conv4j.verify.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.jqwik.Launched.Ended;
import org.conv4j.verify.jqwik.Launched.Ending;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.mutant.Mutants;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.ExpectedFailures;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Outcome;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs what a user of jqwik writes, as a build does. */
class ConvolverPropertiesTest {
  private static final int FEW = 3;

  /** A convolver of one type, rank and mode. */
  static final class Modest extends ConvolverProperties {
    @Override
    public Convolver convolver() {
      Capabilities claims =
          Capabilities.basic().withDTypes(DType.FLOAT32).withMaxRank(1).withModes(Mode.FULL);
      return new Convolver() {
        @Override
        public Capabilities capabilities() {
          return claims;
        }

        @Override
        public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
          claims.admit(in1, in2, mode);
          return new DirectConvolver().convolve(in1, in2, mode);
        }
      };
    }
  }

  @AddLifecycleHook(FixedSeed.class)
  static final class Wrong extends ConvolverProperties {
    /** What is wrong. jqwik makes the instances, which cannot be told otherwise. */
    private static String mutant;

    @Override
    public Convolver convolver() {
      return Mutants.named(mutant).convolver();
    }
  }

  static final class Surprising extends ConvolverProperties {
    @Override
    public Convolver convolver() {
      return (in1, in2, mode) -> {
        if (in1.rank() != in2.rank()) {
          throw new IllegalArgumentException("bad shapes");
        }
        Capabilities.basic().admit(in1, in2, mode);
        return new DirectConvolver().convolve(in1, in2, mode);
      };
    }
  }

  static final class Missing extends ConvolverProperties {
    @Override
    public Convolver convolver() {
      return null;
    }
  }

  /** Reverses no kernel, which is known, and until when that is forgiven. */
  static final class Known extends ConvolverProperties {
    private static LocalDate expires;

    @Override
    public Convolver convolver() {
      return Mutants.named("kernel.not-flipped").convolver();
    }

    @Override
    public ExpectedFailures expectedFailures() {
      return new ExpectedFailures(
          List.of(
              new ExpectedFailure("identity", "bug 17", "https://example.org", expires),
              new ExpectedFailure("shape.*", "bug 18", "https://example.org", expires)));
    }
  }

  /** Sleeps for so many times its limit that no work of the kit in that thread can excuse it. */
  static final class Slow extends ConvolverProperties {
    @Override
    public Convolver convolver() {
      return (in1, in2, mode) -> {
        LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
        return new DirectConvolver().convolve(in1, in2, mode);
      };
    }

    @Override
    public Duration limit() {
      return Duration.ofMillis(50);
    }
  }

  static final class WithExamples extends ConvolverProperties {
    @Override
    public Convolver convolver() {
      return Mutants.named("kernel.not-flipped").convolver();
    }

    @Example
    void once_more_what_fails() {
      replay("identity/float64/2/1/full/integers/0");
    }

    @Example
    void once_more_what_does_not() {
      replay("shape.full/float64/2/1/full/integers/0");
    }
  }

  private static Map<String, String> tries(int count) {
    return Map.of("jqwik.tries.default", String.valueOf(count));
  }

  private static Ended named(List<Ended> all, String property) {
    return all.stream().filter(e -> e.property().equals(property)).findFirst().orElseThrow();
  }

  // ---- Claims ---------------------------------------------------------------------------------

  @Test
  void what_is_not_claimed_is_skipped_with_the_reason() {
    List<Ended> all = Launched.run(Modest.class, tries(FEW));
    assertThat(all).hasSameSizeAs(Laws.all());
    assertThat(all).filteredOn(e -> e.status() == Ending.FAILED).isEmpty();
    assertThat(all).extracting(Ended::status).containsOnly(Ending.SUCCESSFUL, Ending.SKIPPED);
    assertThat(named(all, "shape_full").status()).isEqualTo(Ending.SUCCESSFUL);
    assertThat(named(all, "refuse_unclaimed").status()).isEqualTo(Ending.SUCCESSFUL);
    assertThat(named(all, "shape_same").message()).isEqualTo("not claimed: mode SAME");
    assertThat(named(all, "axes_permuted").message()).isEqualTo("not claimed: rank 2");
    assertThat(named(all, "integers_wrap").message()).startsWith("not claimed: dtype INT");
  }

  @Test
  void a_law_that_should_hold_and_does_not_is_aborted() {
    Ended ended = Launched.run(Surprising.class, "refuse_message", tries(FEW));
    assertThat(ended.status()).isEqualTo(Ending.ABORTED);
    assertThat(ended.message())
        .startsWith("should hold, but does not: [refuse.message] ")
        .contains("\"bad shapes\" does not tell the shape");
  }

  @Test
  void a_class_without_a_convolver_fails() {
    List<Ended> all = Launched.run(Missing.class, tries(FEW));
    assertThat(all).hasSameSizeAs(Laws.all());
    assertThat(all).extracting(Ended::status).containsOnly(Ending.FAILED);
    assertThat(all).extracting(Ended::message).containsOnly("the convolver under test is null");
  }

  // ---- Wrong convolvers -----------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "kernel.not-flipped, identity, identity/float64/(1/2|2/1)/full/integers/[0-3]",
    "kernel.assumed-odd, exact, exact/float64/1/2/full/integers/[0-3]",
    "window.same-late, window_same, window.same/float64/[12]/2/same/integers/[0-3]",
    "size.power, sizes, sizes/float64/16/1/full/integers/[0-7]",
    "rank.three-and-up, exact, exact/float64/1x1x1/1x1x1/full/integers/[0-3]",
    "input.scaled, inputs_unchanged, inputs.unchanged/float64/s/s/full/integers/[0-3]",
    "crash.null, shape_full, shape.full/float64/s/s/full/integers/0"
  })
  void a_wrong_convolver_fails_on_the_smallest_recipe(
      String mutant, String property, String smallest) {
    Wrong.mutant = mutant;
    Ended ended = Launched.run(Wrong.class, property, tries(300));
    assertThat(ended.status()).isEqualTo(Ending.FAILED);
    String token = ended.message().replaceAll("(?s).*\n  replay    ", "");
    assertThat(token).matches(smallest);
    String recipe = token.substring(token.indexOf('/') + 1);
    assertThat(ended.report())
        .containsPattern("Shrunk Sample \\([0-9]+ steps\\)\\R-+\\R  recipe: " + recipe + "\\R")
        .contains(token, "seed = 1 ")
        // The convolver got copies.
        .doesNotContain("After Execution");
    assertThat(replayed(mutant, token)).isInstanceOf(Outcome.Failed.class);
  }

  /** As the command line does it. */
  private static Outcome replayed(String mutant, String token) {
    Convolver convolver = Mutants.named(mutant).convolver();
    return new Runner(convolver, Settings.standard()).run(Manifest.replay(token)).outcome();
  }

  @Test
  void the_message_tells_all_that_an_author_needs() {
    Wrong.mutant = "kernel.not-flipped";
    Ended ended = Launched.run(Wrong.class, "exact", tries(100));
    assertThat(ended.message().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("[exact] Every element is within the bound of th"),
            line -> assertThat(line).startsWith("  against the exact result: at index ["),
            line -> assertThat(line).startsWith("  in1       [").endsWith("float64(1,)"),
            line -> assertThat(line).startsWith("  in2       [").endsWith("float64(2,)"),
            line -> assertThat(line).isEqualTo("  mode      FULL"),
            line -> assertThat(line).startsWith("  expected  [").endsWith("float64(2,)"),
            line -> assertThat(line).startsWith("  got       [").endsWith("float64(2,)"),
            line -> assertThat(line).startsWith("  replay    exact/float64/1/2/full/integers/"));
  }

  @Test
  void an_expected_failure_is_aborted_as_long_as_it_is_forgiven() {
    Known.expires = LocalDate.of(9999, 12, 31);
    Ended ended = Launched.run(Known.class, "identity", tries(300));
    assertThat(ended.status()).isEqualTo(Ending.ABORTED);
    assertThat(ended.message())
        .isEqualTo("expected to fail until 9999-12-31: bug 17, https://example.org");
    Known.expires = LocalDate.EPOCH;
    assertThat(Launched.run(Known.class, "identity", tries(300)).status()).isEqualTo(Ending.FAILED);
  }

  @Test
  void an_expected_failure_that_does_not_occur_fails() {
    Known.expires = LocalDate.of(9999, 12, 31);
    Ended ended = Launched.run(Known.class, "shape_full", tries(FEW));
    assertThat(ended.status()).isEqualTo(Ending.FAILED);
    assertThat(ended.message())
        .isEqualTo(
            "[shape.full] it was expected to fail (bug 18, https://example.org) and does not:"
                + " remove \"shape.*\" from the expected failures");
  }

  @Test
  void a_call_may_take_as_long_as_the_class_says() {
    Ended ended =
        Launched.run(
            Slow.class,
            "shape_full",
            Map.of("jqwik.tries.default", "1", "jqwik.shrinking.bounded.seconds", "1"));
    assertThat(ended.status()).isEqualTo(Ending.FAILED);
    assertThat(ended.message()).contains("the subject did not return within 0.05 s");
  }

  @Test
  void a_failure_can_be_made_again_in_an_example_of_the_class() {
    Ended fails = Launched.run(WithExamples.class, "once_more_what_fails", tries(FEW));
    assertThat(fails.status()).isEqualTo(Ending.FAILED);
    assertThat(fails.message()).endsWith("  replay    identity/float64/2/1/full/integers/0");
    Ended right = Launched.run(WithExamples.class, "once_more_what_does_not", tries(FEW));
    assertThat(right.status()).isEqualTo(Ending.SUCCESSFUL);
  }
}
