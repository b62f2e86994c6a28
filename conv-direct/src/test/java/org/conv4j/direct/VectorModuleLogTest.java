package org.conv4j.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.junit.jupiter.api.Test;

/** What a program says and computes with the vector module and without, in a Java of its own. */
class VectorModuleLogTest {
  /** The program. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      Convolver convolver = new DirectConvolver();
      Convolver second = new DirectConvolver().withParallelism(1);
      double[] y = second.convolve(new double[] {1, 2, 3}, new double[] {1, 1}, Mode.FULL);
      System.out.println(convolver + " " + y[1]);
    }
  }

  private static List<String> lines(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
    File output = File.createTempFile("conv4j", ".txt");
    try {
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
      return Files.readAllLines(output.toPath(), StandardCharsets.UTF_8);
    } finally {
      assertThat(output.delete()).isTrue();
    }
  }

  @Test
  void without_the_module_one_line_says_so() throws IOException, InterruptedException {
    List<String> lines = lines();
    assertThat(lines).contains("direct[scalar] 3.0");
    assertThat(lines)
        .filteredOn(line -> line.contains("jdk.incubator.vector"))
        .singleElement()
        .asString()
        .contains("INFO")
        .contains("--add-modules jdk.incubator.vector");
  }

  @Test
  void with_it_nothing_is_said() throws IOException, InterruptedException {
    List<String> lines = lines("--add-modules=jdk.incubator.vector");
    assertThat(lines).contains("direct[vector] 3.0");
    assertThat(lines).noneMatch(line -> line.contains("conv4j"));
  }

  @Test
  void without_the_optimising_compiler_the_portable_loops_run()
      throws IOException, InterruptedException {
    assertThat(lines("--add-modules=jdk.incubator.vector", "-Xint"))
        .contains("direct[scalar] 3.0")
        .anyMatch(line -> line.contains("optimising compiler"));
  }

  @Test
  void without_fused_multiply_adds_the_portable_loops_run()
      throws IOException, InterruptedException {
    List<String> lines =
        lines(
            "--add-modules=jdk.incubator.vector",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:-UseFMA");
    assertThat(lines).contains("direct[scalar] 3.0");
    assertThat(lines).anyMatch(line -> line.contains("no fused multiply-add"));
  }
}
