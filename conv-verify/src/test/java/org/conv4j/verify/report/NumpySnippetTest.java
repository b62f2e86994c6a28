package org.conv4j.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.Processes;
import org.conv4j.verify.Python;
import org.conv4j.verify.vector.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed runs, and makes the operands bit for bit. */
class NumpySnippetTest {
  /** Runs files, without the call, and tells what the operands have become. */
  private static final String DRIVER =
      """
      import sys
      import numpy
      for path in sys.argv[1:]:
          names = {}
          source = open(path, encoding='utf-8').read()
          exec(compile(source[:source.index('result =')], path, 'exec'), names)
          for name in ('in1', 'in2'):
              array = names[name]
              assert type(array) is numpy.ndarray
              parts = [array.real, array.imag] if numpy.iscomplexobj(array) else [array]
              print(array.dtype.name, array.shape, *(part.tobytes().hex() for part in parts))
      """;

  @TempDir private Path directory;

  @Test
  void snippets_make_the_same_operands() throws Exception {
    List<ReplayInput> inputs = Special.inputs();
    List<String> files = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Path file = directory.resolve(i + ".py");
      Files.write(file, new NumpySnippet(inputs.get(i), Convention.SCIPY).lines());
      files.add(file.toString());
    }
    List<String> lines = python(files);
    assertThat(lines).hasSize(2 * inputs.size());
    for (int i = 0; i < inputs.size(); i++) {
      for (int p = 0; p < 2; p++) {
        NdArray operand = inputs.get(i).operands().get(p);
        String head = operand.dtype().numpyName() + " " + operand.shape() + " ";
        String line = lines.get(2 * i + p);
        assertThat(line).startsWith(head);
        assertThat(array(operand, line.substring(head.length()).split(" ", -1)))
            .as(inputs.get(i).token())
            .isEqualTo(operand);
      }
    }
  }

  @Test
  void the_call_runs_and_gives_what_scipy_and_numpy_give() throws Exception {
    ReplayInput input = Special.input("a/token", NdArray.of(1, 2, 3), NdArray.of(1, 0));
    for (Convention convention : Convention.values()) {
      Path file = directory.resolve(convention + ".py");
      Files.write(file, new NumpySnippet(input, convention).lines());
      assertThat(run(file, List.of())).containsExactly("[1 2 3 0]");
    }
  }

  /** An array like another from the bytes of its parts. */
  private static NdArray array(NdArray like, String[] parts) {
    if (like.dtype() == DType.COMPLEX128) {
      return NdArray.wrapComplex(doubles(parts[0]), doubles(parts[1]), like.shape());
    }
    if (like.dtype() == DType.COMPLEX64) {
      return NdArray.wrapComplex(floats(parts[0]), floats(parts[1]), like.shape());
    }
    return switch (like.dtype()) {
      case FLOAT64 -> NdArray.wrap(doubles(parts[0]), like.shape());
      case FLOAT32 -> NdArray.wrap(floats(parts[0]), like.shape());
      case INT64 -> {
        long[] values = new long[parts[0].length() / 16];
        bytes(parts[0]).asLongBuffer().get(values);
        yield NdArray.wrap(values, like.shape());
      }
      default -> {
        int[] values = new int[parts[0].length() / 8];
        bytes(parts[0]).asIntBuffer().get(values);
        yield NdArray.wrap(values, like.shape());
      }
    };
  }

  private static double[] doubles(String hex) {
    double[] values = new double[hex.length() / 16];
    bytes(hex).asDoubleBuffer().get(values);
    return values;
  }

  private static float[] floats(String hex) {
    float[] values = new float[hex.length() / 8];
    bytes(hex).asFloatBuffer().get(values);
    return values;
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.nativeOrder());
  }

  private List<String> python(List<String> files) throws IOException, InterruptedException {
    return run(Files.writeString(directory.resolve("driver.py"), DRIVER), files);
  }

  private List<String> run(Path script, List<String> arguments)
      throws IOException, InterruptedException {
    Processes.Result result = Python.run(directory, script, arguments);
    assertThat(result.exit()).as(result.toString()).isZero();
    return result.out().lines().toList();
  }

  @Test
  void parts_of_complex_arrays_are_assigned() {
    NdArray complex = Special.array(DType.COMPLEX64, Shape.SCALAR, 4);
    ReplayInput input = Special.input("a/token", complex, NdArray.of(1, -2));
    assertThat(String.join("\n", new NumpySnippet(input, Convention.SCIPY).lines()))
        .isEqualTo(
            """
            # replay a/token
            # [a.law] Something holds.
            import numpy as np
            from scipy import signal

            in1 = np.empty((), dtype=np.complex64)
            in1.real = np.array([float.fromhex(x) for x in 'inf'.split()], dtype=np.float32).reshape(())
            in1.imag = np.array([float.fromhex(x) for x in '''
                0x1.fffffep127
            '''.split()], dtype=np.float32).reshape(())
            in2 = np.array([int(x) for x in '1 -2'.split()], dtype=np.int32).reshape((2,))

            result = signal.convolve(in1, in2, mode='full', method='direct')
            print(result)""");
  }

  @Test
  void a_vector_says_whose_function_is_called() {
    ReplayInput input =
        new ReplayInput(
            "vector:a",
            "a",
            "It gave this result.",
            List.of(NdArray.of(1), NdArray.of(2)),
            Mode.SAME,
            Operation.CORRELATE,
            Optional.of(Convention.NUMPY),
            Optional.empty());
    assertThat(new NumpySnippet(input, Convention.SCIPY).lines())
        .contains("result = np.correlate(in1, in2, mode='same')")
        .doesNotContain("from scipy import signal");
  }
}
