package org.conv4j.verify.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conv4j.api.DType;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.operand.Uniform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrayFileTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void an_array_comes_back_as_it_was(DType dtype) throws IOException {
    NdArray array = Uniform.array(dtype, Shape.of(3, 50_000), 1);
    assertThat(ArrayFile.write(array, directory.resolve("array")).read()).isEqualTo(array);
  }

  @Test
  void the_bytes_are_those_of_numpy() throws IOException {
    NdArray array = NdArray.wrapComplex(new double[] {1}, new double[] {-2}, Shape.of(1));
    ArrayFile file = ArrayFile.write(array, directory.resolve("array"));
    assertThat(Files.readAllBytes(Path.of(file.file())))
        .containsExactly(0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0xc0);
    assertThat(file.dtype()).isEqualTo("complex128");
  }

  @Test
  void a_file_of_another_size_is_refused() throws IOException {
    Path file = directory.resolve("array");
    Files.write(file, new byte[12]);
    assertThatThrownBy(() -> new ArrayFile(file.toString(), "float64", new int[] {2}).read())
        .isInstanceOf(IOException.class)
        .hasMessage("the result has 12 bytes, expected 16");
    assertThatThrownBy(() -> new ArrayFile(file.toString(), "float16", new int[] {6}).read())
        .isInstanceOf(IOException.class)
        .hasMessage("the result is of type float16");
  }
}
