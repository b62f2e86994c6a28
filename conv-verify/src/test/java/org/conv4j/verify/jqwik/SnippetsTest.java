package org.conv4j.verify.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Javadoc of this package shows compiles. */
class SnippetsTest {
  private static final Pattern SNIPPET =
      Pattern.compile("<pre>\\{@code\\R(.*?)\\R \\* \\}</pre>", Pattern.DOTALL);

  private static final String IMPORTS =
      """
      import static org.assertj.core.api.Assertions.assertThat;
      import net.jqwik.api.*;
      import net.jqwik.api.domains.*;
      import org.conv4j.api.*;
      import org.conv4j.verify.jqwik.*;
      import org.conv4j.verify.operand.*;
      class MyConvolver implements Convolver {
        public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
          throw new UnsupportedOperationException();
        }
      }
      class MyLayers implements LayerConvolver {
        public NdArray convolve(
            NdArray input, NdArray weights, NdArray biasOrNull, LayerOptions options) {
          throw new UnsupportedOperationException();
        }
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ConvolverProperties",
        "LayerProperties",
        "ConvolverArbitraries",
        "ConvolverDomain"
      })
  void the_snippet_of_each_door_compiles(String door) throws IOException {
    Path source =
        Path.of(System.getProperty("conv4j.root"), "conv-verify", "src", "main", "java")
            .resolve(Path.of("org", "conv4j", "verify", "jqwik", door + ".java"));
    Matcher snippet = SNIPPET.matcher(Files.readString(source));
    assertThat(snippet.find()).isTrue();
    String code = snippet.group(1).replaceAll("(?m)^ \\* ?", "");
    String whole = code.startsWith("class ") ? code : "class Snippet {\n" + code + "\n}";
    assertThat(errors(IMPORTS + whole)).isEmpty();
  }

  private String errors(String code) throws IOException {
    Path file = Files.writeString(folder.resolve("Snippet.java"), code);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      compiler
          .getTask(
              errors,
              files,
              null,
              List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
              null,
              files.getJavaFileObjects(file))
          .call();
    }
    return errors.toString();
  }
}
