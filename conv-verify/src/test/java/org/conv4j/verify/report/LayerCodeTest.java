package org.conv4j.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.verify.Processes;
import org.conv4j.verify.Python;
import org.conv4j.verify.layer.operand.LayerDraw;
import org.conv4j.verify.layer.operand.LayerOperands;
import org.conv4j.verify.layer.operand.LayerSpace;
import org.conv4j.verify.layer.oracle.LayerOracle;
import org.conv4j.verify.layer.vector.LayerVectors;
import org.conv4j.verify.operand.Regime;
import org.conv4j.verify.run.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that a replay of a layer prints runs, and gives what the layer gives. */
class LayerCodeTest {
  private static final SubjectCode SUBJECT = new SubjectCode("layer-direct", Convention.SCIPY);

  @TempDir private Path directory;

  private static ReplayInput input(String token) {
    return ReplayInput.of(Manifest.replay(token));
  }

  private static List<LayerOperands> drawn() {
    LayerSpace space =
        LayerSpace.all()
            .withDTypes(dtype -> dtype == DType.INT64 || dtype == DType.INT32)
            .withRegimes(Regime.INTEGERS)
            .withWork(1 << 10);
    Random random = new Random(8);
    return IntStream.range(0, 12)
        .mapToObj(i -> LayerDraw.recipe(space, random).operands())
        .toList();
  }

  private static NdArray expected(LayerOperands o) {
    return LayerOracle.convolve(o.input(), o.weights(), o.biasOrNull(), o.options())
        .exact()
        .expected();
  }

  @Test
  void java_gives_the_layer() throws Exception {
    for (LayerOperands operands : drawn().subList(0, 2)) {
      ReplayInput input = input("layer.integers/" + operands.recipe().token());
      Path file = directory.resolve("Replay.java");
      Files.write(file, new JavaSnippet(input, SUBJECT).program());
      assertThat(java(file)).isEqualTo(expected(operands).toString());
    }
  }

  @Test
  void java_calls_every_operation() throws Exception {
    for (String operation : List.of("transposed", "input-gradient", "bias-gradient")) {
      String id =
          LayerVectors.all().stream()
              .filter(vector -> vector.id().contains(operation))
              .filter(vector -> vector.expected().dtype().isInteger())
              .findFirst()
              .orElseThrow()
              .id();
      ReplayInput input = input("vector:" + id);
      Path file = directory.resolve("Replay.java");
      Files.write(file, new JavaSnippet(input, SUBJECT).program());
      assertThat(java(file)).as(id).isNotEmpty();
    }
  }

  private String java(Path file) throws IOException, InterruptedException {
    List<String> command =
        List.of(Processes.java(), "-cp", System.getProperty("java.class.path"), file.toString());
    Processes.Result result = Processes.run(directory, Map.of(), command);
    assertThat(result.exit()).as(result.toString()).isZero();
    return result.out().strip();
  }

  @Test
  void python_gives_the_layer() throws Exception {
    Python.require(directory);
    List<String> program = new ArrayList<>();
    List<LayerOperands> all = drawn();
    for (LayerOperands operands : all) {
      ReplayInput input = input("layer.integers/" + operands.recipe().token());
      List<String> lines = new NumpySnippet(input, Convention.SCIPY).lines();
      program.addAll(lines.subList(0, lines.size() - 1));
      program.add("print(*result.ravel())");
    }
    Path script = Files.write(directory.resolve("layers.py"), program);
    Processes.Result result = Python.run(directory, script, List.of());
    assertThat(result.exit()).as(result.toString()).isZero();
    List<String> printed = result.out().lines().toList();
    assertThat(printed).hasSameSizeAs(all);
    for (int i = 0; i < all.size(); i++) {
      NdArray expected = expected(all.get(i)).cast(DType.INT64);
      assertThat(List.of(printed.get(i).split(" ", -1)))
          .as(all.get(i).recipe().token())
          .isEqualTo(
              IntStream.range(0, expected.size())
                  .mapToObj(k -> Long.toString(expected.longs()[k]))
                  .toList());
    }
  }
}
