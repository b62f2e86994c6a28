package org.conv4j.verify.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.mutant.Mutants;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Manifest;
import org.conv4j.verify.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ConvolverConformanceTest {
  /** What an implementer writes, and fewer tries. */
  private interface Quick extends ConvolverConformance {
    @Override
    default Settings settings() {
      return Settings.standard().withTries(3);
    }
  }

  static final class Good implements Quick {
    @Override
    public Convolver convolver() {
      return new DirectConvolver();
    }

    @Test
    void another() {
      assertThat(convolver().name()).isEqualTo("direct");
    }
  }

  static final class Bad implements Quick {
    @Override
    public Convolver convolver() {
      return Mutants.named("kernel.not-flipped").convolver();
    }
  }

  /** It claims little, and refuses in words that tell the caller nothing. */
  static final class Modest implements Quick {
    @Override
    public Convolver convolver() {
      Capabilities claims = Capabilities.basic().withMaxRank(1).withModes(Mode.FULL);
      return new Convolver() {
        @Override
        public Capabilities capabilities() {
          return claims;
        }

        @Override
        public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
          if (in1.rank() != in2.rank()) {
            throw new IllegalArgumentException("bad shapes");
          }
          claims.admit(in1, in2, mode);
          return new DirectConvolver().convolve(in1, in2, mode);
        }
      };
    }
  }

  static final class Broken implements Quick {
    @Override
    public Convolver convolver() {
      return null;
    }
  }

  private record Ended(String name, Status status, String message, int frames) {}

  private static List<Ended> run(Class<?> testClass) {
    List<Ended> ended = new ArrayList<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(testClass))
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
                  Throwable thrown = result.getThrowable().orElse(null);
                  ended.add(
                      new Ended(
                          test.getDisplayName(),
                          result.getStatus(),
                          thrown == null ? "" : thrown.getMessage(),
                          thrown == null ? 0 : thrown.getStackTrace().length));
                }
              }
            });
    return ended;
  }

  private static Ended named(List<Ended> all, String start) {
    return all.stream().filter(e -> e.name().startsWith(start)).findFirst().orElseThrow();
  }

  private static long count(List<Ended> all, Status status) {
    return all.stream().filter(e -> e.status() == status).count();
  }

  @Test
  void a_right_convolver_passes_one_test_for_each_law_and_vector_beside_tests_of_its_own() {
    List<Ended> all = run(Good.class);
    Ended another = named(all, "another");
    assertThat(another.status()).isEqualTo(Status.SUCCESSFUL);
    all.remove(another);
    // Nothing is left that it could refuse.
    assertThat(all)
        .filteredOn(e -> e.status() != Status.SUCCESSFUL)
        .extracting(Ended::message)
        .containsExactly("everything is claimed");
    assertThat(all)
        .extracting(Ended::name)
        .isEqualTo(Manifest.all().stream().map(c -> "[" + c.id() + "] " + c.title()).toList());
  }

  @Test
  void a_wrong_convolver_is_told_all_that_its_author_needs() {
    List<Ended> all = run(Bad.class);
    assertThat(all).hasSameSizeAs(Manifest.all());
    assertThat(count(all, Status.FAILED)).isGreaterThan(100);
    Ended identity = named(all, "[identity]");
    assertThat(identity.status()).isEqualTo(Status.FAILED);
    assertThat(identity.frames()).isZero();
    assertThat(identity.message().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("[identity] Convolving with a unit impulse at p"),
            line -> assertThat(line).contains("unit impulse at [").contains(", allowed "),
            line -> assertThat(line).startsWith("  in1       [").endsWith("float64(2,)"),
            line -> assertThat(line).startsWith("  in2       [").endsWith("float64(1,)"),
            line -> assertThat(line).isEqualTo("  mode      FULL"),
            line -> assertThat(line).startsWith("  expected  [").endsWith("float64(2,)"),
            line -> assertThat(line).startsWith("  got       [").endsWith("float64(2,)"),
            line -> assertThat(line).startsWith("  replay    identity/float64/2/1/full/"));
  }

  @Test
  void what_is_not_claimed_or_only_should_hold_is_aborted_with_the_reason() {
    List<Ended> all = run(Modest.class);
    assertThat(all).hasSameSizeAs(Manifest.all());
    assertThat(count(all, Status.FAILED)).isZero();
    assertThat(count(all, Status.SUCCESSFUL)).isGreaterThan(60);
    Ended permuted = named(all, "[axes.permuted]");
    assertThat(permuted.status()).isEqualTo(Status.ABORTED);
    assertThat(permuted.message()).isEqualTo("not claimed: rank 2");
    assertThat(named(all, "[shape.same]").message()).isEqualTo("not claimed: mode SAME");
    // A law that should hold, and does not, is no reason to fail: that is told with it.
    List<Ended> others =
        all.stream()
            .filter(e -> e.status() == Status.ABORTED)
            .filter(e -> !e.message().startsWith("not claimed: "))
            .toList();
    assertThat(others)
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.name()).startsWith("[refuse.message]");
              assertThat(message.message())
                  .startsWith("should hold, but does not: [refuse.message] ")
                  .contains("\"bad shapes\" does not tell the shape");
            });
  }

  @Test
  void a_class_without_a_convolver_fails() {
    List<Ended> all = run(Broken.class);
    assertThat(all).hasSize(1);
    assertThat(all.get(0).status()).isEqualTo(Status.FAILED);
    assertThat(all.get(0).message()).isEqualTo("the convolver under test is null");
  }

  @Test
  void the_manifest_has_laws_and_vectors() {
    assertThat(Manifest.all()).extracting(Check::kind).contains(Check.Kind.LAW, Check.Kind.VECTOR);
  }
}
