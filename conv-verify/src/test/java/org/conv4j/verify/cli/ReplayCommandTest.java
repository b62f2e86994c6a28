package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.verify.law.ConvolverLaw;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.operand.Recipe;
import org.conv4j.verify.operand.Space;
import org.conv4j.verify.search.RecipeSearch;
import org.conv4j.verify.search.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayCommandTest {
  private static final String CORRELATES = Bad.Correlates.class.getName();

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int replay(String... args) {
    List<String> line = new ArrayList<>(List.of("replay"));
    line.addAll(List.of(args));
    return Main.execute(
        new PrintWriter(out, true), new PrintWriter(err, true), line.toArray(String[]::new));
  }

  /** NumPy's convention, and in2 left unflipped. */
  static final class NumpyCorrelates implements Convolver {
    private static final Convolver RIGHT = Convolvers.numpy(new DirectConvolver());

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      return RIGHT.convolve(in1, in2.reversed(), mode);
    }

    @Override
    public Capabilities capabilities() {
      return RIGHT.capabilities();
    }
  }

  /** What was printed, with the line ends of text blocks. */
  private String shown() {
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void a_failure_is_shown_whole() {
    assertThat(replay("exact/float64/1/2/full/integers/1", "--subject", CORRELATES)).isEqualTo(1);
    // The sentence and the bound are the law's own business.
    String shown =
        shown()
            .replace(Laws.named("exact").statement(), "STATEMENT")
            .replaceAll("allowed \\S+", "allowed BOUND");
    assertThat(shown)
        .isEqualTo(
            """
            replay exact/float64/1/2/full/integers/1
              [exact] STATEMENT
              in1       [-7.]   float64(1,)
              in2       [0. 6.]   float64(2,)
              mode      FULL
            subject Correlates
              claims    float64; any rank; FULL, SAME, VALID; convention SCIPY; accuracy NORMWISE; \
            non-finite UNSPECIFIED
              FAILED    against the exact result: at index [0] error 42.0, allowed BOUND
                        expected is in1 * in2
                        expected  [  0. -42.]   float64(2,)
                        got       [-42.   0.]   float64(2,)
                        first wrong at [0]: expected 0.0 (0x0.0p0), got -42.0 (-0x1.5p5), error 42.0
                        2 of 2 elements are wrong
                        at every index
                         0
                         99
                        9 up to 42

            the same operands in Java:

            // replay exact/float64/1/2/full/integers/1
            // [exact] STATEMENT
            // import org.conv4j.api.Convolver;
            // import org.conv4j.api.Mode;
            // import org.conv4j.api.NdArray;
            // import org.conv4j.api.Shape;
            NdArray in1 = NdArray.wrap(new double[] {-0x1.cp2}, Shape.of(1));
            NdArray in2 = NdArray.wrap(new double[] {0x0.0p0, 0x1.8p2}, Shape.of(2));

            Convolver convolver = new org.conv4j.verify.cli.Bad.Correlates();
            NdArray result = convolver.convolve(in1, in2, Mode.FULL);
            System.out.println(result);

            the same operands in Python, for NumPy:

            # replay exact/float64/1/2/full/integers/1
            # [exact] STATEMENT
            import numpy as np
            from scipy import signal

            in1 = np.array([float.fromhex(x) for x in '-0x1.cp2'.split()], dtype=np.float64).reshape((1,))
            in2 = np.array([float.fromhex(x) for x in '''
                0x0.0p0 0x1.8p2
            '''.split()], dtype=np.float64).reshape((2,))

            result = signal.convolve(in1, in2, mode='full', method='direct')
            print(result)

            verdict: not conformant: Correlates
            """);
  }

  @Test
  void a_check_that_passes_is_shown_with_its_operands_and_snippets() {
    assertThat(replay("sum/int32/2x1/1x2/full/integers/1")).isZero();
    assertThat(shown())
        .contains(
            "  in1       [[-7]\n             [-8]]   int32(2, 1)\n",
            "subject direct\n",
            "subject fft\n",
            "  passed    nothing is wrong\n",
            "NdArray in1 = NdArray.wrap(new int[] {-7, -8}, Shape.of(2, 1));",
            "Convolver convolver = Convolvers.named(\"direct\");",
            "dtype=np.int32).reshape((2, 1))");
  }

  @Test
  void a_law_that_derives_operands_says_that_others_are_compared() {
    replay("identity/float64/2/2/full/integers/1", "--subject", CORRELATES);
    assertThat(shown()).contains("expected is not in1 * in2");
  }

  @Test
  void three_operands_are_all_shown() {
    assertThat(replay("associative/float64/2/3/1/full/integers/1", "--subject", "direct")).isZero();
    assertThat(shown()).contains("  in3 ", "NdArray in3 = ", "\nin3 = np.array(");
  }

  @Test
  void a_hang_is_told_with_the_operands_it_hung_on() {
    String hangs = Bad.class.getName() + "$Hangs";
    assertThat(replay("exact/float64/2/2/full/integers/1", "--limit", "1", "--subject", hangs))
        .isEqualTo(1);
    assertThat(shown())
        .contains(
            "  in1       [-7. -8.]",
            "  FAILED    the subject did not return within 1 s",
            "new org.conv4j.verify.cli.Bad.Hangs()")
        .doesNotContain("expected ")
        .endsWith("verdict: not conformant: Hangs" + System.lineSeparator());
  }

  @Test
  void an_exception_is_told_with_where_it_was_thrown() {
    String subject = Bad.class.getName() + "$NeverReturns";
    assertThat(replay("exact/float64/2/2/full/integers/1", "--subject", subject)).isEqualTo(1);
    assertThat(shown())
        .contains("threw java.lang.StackOverflowError", "    at org.conv4j.verify.cli.Bad$");
  }

  @Test
  void what_is_not_claimed_is_skipped() {
    assertThat(replay("sum/int32/2/2/full/integers/1", "--subject", CORRELATES)).isEqualTo(3);
    assertThat(shown()).contains("  skipped   ", "verdict: incomplete: Correlates");
  }

  @Test
  void a_golden_vector_comes_with_its_origin() {
    assertThat(replay("vector:textbook.scipy.full.lecture", "--subject", CORRELATES)).isEqualTo(1);
    assertThat(shown())
        .contains(
            "  in1       [1. 2. 3. 4. 6. 8.]   float64(6,)",
            "  asks      convolve (6,) and (3,) FULL (SCIPY) gives (8,)",
            "  expected  [0.1 0.6 1.6 2.6 3.7 5.2 6.2 4. ]   float64(8,)",
            "  from      scipy.signal.convolve(in1, in2, mode, method='direct') of SciPy ",
            "first wrong at [0]: expected 0.1 (0x1.999999999999ap-4), got 0.5 (0x1.0p-1)");
  }

  @Test
  void a_subject_of_numpys_convention_gets_numpys_call() {
    String subject = NumpyCorrelates.class.getName();
    assertThat(replay("exact/float64/1/2/same/integers/1", "--subject", subject)).isEqualTo(1);
    assertThat(shown())
        .contains("expected is in1 * in2", "result = np.convolve(in1, in2, mode='same')");
  }

  @Test
  void help_tells_what_counts_as_wrong() {
    assertThat(replay("--help")).isZero();
    assertThat(shown()).contains("TOKEN", "--snippets", "1024 u");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_limit_must_be_positive() {
    assertThat(replay("sum/int32/1/1/full/integers/1", "--limit", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--limit must be at least 1 second");
  }

  @Test
  void snippets_are_written_whole() throws Exception {
    Path files = directory.resolve("new").resolve("snippets");
    String token = "exact/float64/60x60/2x2/full/uniform/1";
    assertThat(replay(token, "--subject", "direct")).isZero();
    assertThat(shown()).contains("in1 has 3600 elements: replay with --snippets DIR writes");
    assertThat(replay(token, "--subject", "direct", "--snippets", files.toString())).isZero();
    String name = "exact-float64-60x60-2x2-full-uniform-1";
    assertThat(shown()).contains("snippet   " + files.resolve(name + ".java"));
    assertThat(Files.readString(files.resolve(name + ".java"))).contains("final class Replay {");
    assertThat(Files.readString(files.resolve(name + ".py"))).endsWith("print(result)\n");
  }

  @Test
  void files_that_cannot_be_written_are_wrong_usage() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    assertThat(replay("sum/int32/1/1/full/integers/1", "--snippets", file.toString())).isEqualTo(2);
    assertThat(err.toString()).startsWith("conv-verify: --snippets cannot write to " + file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exact                                       | a token is law/recipe or vector:id",
        "exact/float64/2/2/full/integers             | a recipe is dtype/shape/shape",
        "exact/float63/2/2/full/integers/1           | no dtype \"float63\"",
        "exact/float64/2/2x2/full/integers/1         | (2,) and (2, 2)",
        "exact/float64/2/2/half/integers/1           | no mode \"half\"",
        "exact/float64/2/2/full/tidy/1               | no regime \"tidy\"",
        "exact/float64/2/2/full/integers/xyz         | a seed is hexadecimal",
        "exact/float64/99999x99999/2x2/full/integers/1 | more elements",
        "wrong.law/float64/2/2/full/integers/1       | no law \"wrong.law\"",
        "vector:wrong                                | no golden vector \"wrong\"",
      })
  void a_bad_token_is_explained(String token, String explanation) {
    assertThat(replay(token)).isEqualTo(2);
    assertThat(err.toString()).contains(explanation).doesNotContain("\tat ");
    assertThat(shown()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("laws")
  void recipes_of_every_law_replay(ConvolverLaw law) {
    Space space =
        law.space(new DirectConvolver().capabilities())
            .or(() -> law.space(Capabilities.basic()))
            .orElseThrow();
    List<Recipe> drawn = new ArrayList<>();
    new RecipeSearch(3, 7)
        .find(
            Source.of(space),
            recipe -> {
              drawn.add(recipe);
              return false;
            });
    assertThat(drawn).isNotEmpty();
    for (Recipe recipe : drawn) {
      String token = law.id() + "/" + recipe.token();
      boolean claimed = law.space(new DirectConvolver().capabilities()).isPresent();
      assertThat(replay(token, "--subject", "direct")).as(token).isEqualTo(claimed ? 0 : 3);
      assertThat(shown())
          .contains("replay " + token, law.statement(), claimed ? "  passed  " : "  skipped ");
      out.getBuffer().setLength(0);
    }
  }

  static List<ConvolverLaw> laws() {
    return Laws.all();
  }
}
