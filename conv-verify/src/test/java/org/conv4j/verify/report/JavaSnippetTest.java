package org.conv4j.verify.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.conv4j.api.Convention;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.vector.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed compiles, and makes the operands bit for bit. */
class JavaSnippetTest {
  private static final SubjectCode RECORDER =
      new SubjectCode(Recorder.class.getName(), Convention.SCIPY);

  @TempDir private Path directory;

  @Test
  void programs_make_the_same_operands() throws Exception {
    check(Special.inputs(), input -> new JavaSnippet(input, RECORDER).program());
  }

  @Test
  void statements_make_the_same_operands_in_a_method() throws Exception {
    List<ReplayInput> printed =
        Special.inputs().stream()
            .filter(input -> input.operands().get(0).size() <= Snippets.MOST_PRINTED)
            .toList();
    assertThat(printed).hasSize(30);
    check(printed, input -> pasted(new JavaSnippet(input, RECORDER).statements()));
  }

  @Test
  void three_large_complex_operands_fit_one_class() throws Exception {
    NdArray most = Special.array(DType.COMPLEX128, Shape.of(JavaSnippet.MOST_LITERALS / 2), 0);
    ReplayInput literals = Special.input("most/literals", most, most, most);
    NdArray large = Special.array(DType.COMPLEX128, Shape.of(40_000), 0);
    ReplayInput parsed = Special.input("a/parsed", large, large, large);
    check(List.of(literals, parsed), input -> new JavaSnippet(input, RECORDER).program());
  }

  /** As somebody would paste it: the imports that it tells on top, the rest in main. */
  private static List<String> pasted(List<String> statements) {
    List<String> lines = new ArrayList<>();
    statements.stream()
        .filter(line -> line.startsWith("// import "))
        .forEach(line -> lines.add(line.substring(3)));
    lines.add("final class Replay { public static void main(String[] args) {");
    lines.addAll(statements);
    lines.add("}}");
    return lines;
  }

  @FunctionalInterface
  private interface Code {
    List<String> of(ReplayInput input);
  }

  /** Compiles all of them in one go, each in a package of its own, and runs them. */
  private void check(List<ReplayInput> inputs, Code code) throws Exception {
    List<JavaFileObject> sources = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      List<String> lines = new ArrayList<>(List.of("package snippet" + i + ";"));
      lines.addAll(code.of(inputs.get(i)));
      sources.add(source("snippet" + i, lines));
    }
    compile(sources);
    URL[] classes = {directory.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      for (int i = 0; i < inputs.size(); i++) {
        Recorder.Called called = called(loader.loadClass("snippet" + i + ".Replay"));
        assertThat(called.operands())
            .as(inputs.get(i).token())
            .isEqualTo(inputs.get(i).operands().subList(0, 2));
        assertThat(called.mode()).isEqualTo(inputs.get(i).mode());
      }
    }
  }

  private static Recorder.Called called(Class<?> program) throws NoSuchMethodException {
    Method main = program.getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    InvocationTargetException thrown =
        catchThrowableOfType(
            InvocationTargetException.class, () -> main.invoke(null, (Object) new String[0]));
    assertThat(thrown.getCause()).isInstanceOf(Recorder.Called.class);
    return (Recorder.Called) thrown.getCause();
  }

  private static JavaFileObject source(String name, List<String> lines) {
    URI uri = URI.create("string:///" + name + "/Replay.java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return String.join("\n", lines);
      }
    };
  }

  private void compile(List<JavaFileObject> sources) throws IOException {
    Files.createDirectories(directory);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-d",
            directory.toString(),
            "-proc:none",
            "-classpath",
            System.getProperty("java.class.path"));
    boolean compiled = compiler.getTask(messages, null, null, options, null, sources).call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  @Test
  void a_small_snippet_is_short() {
    ReplayInput input =
        Special.input("a.law/token", NdArray.of(1.5, -0.0), NdArray.of(1, Float.NaN));
    SubjectCode subject = new SubjectCode("direct", Convention.SCIPY);
    assertThat(String.join("\n", new JavaSnippet(input, subject).statements()))
        .isEqualTo(
            """
            // replay a.law/token
            // [a.law] Something holds.
            // import org.conv4j.api.Convolver;
            // import org.conv4j.api.Convolvers;
            // import org.conv4j.api.Mode;
            // import org.conv4j.api.NdArray;
            // import org.conv4j.api.Shape;
            NdArray in1 = NdArray.wrap(new double[] {0x1.8p0, -0x0.0p0}, Shape.of(2));
            NdArray in2 = NdArray.wrap(new float[] {0x1.0p0f, Float.NaN}, Shape.of(2));

            Convolver convolver = Convolvers.named("direct");
            NdArray result = convolver.convolve(in1, in2, Mode.FULL);
            System.out.println(result);""");
  }

  @Test
  void the_call_is_the_one_that_the_vector_asks_for() {
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
    assertThat(new JavaSnippet(input, new SubjectCode("a.B$C", Convention.SCIPY)).statements())
        .contains(
            "Convolver convolver = Convolvers.numpy(new a.B.C());",
            "NdArray result = convolver.correlate(in1, in2, Mode.SAME);");
    assertThat(new JavaSnippet(input, new SubjectCode("auto", Convention.NUMPY)).statements())
        .contains("Convolver convolver = Convolvers.auto();");
  }

  @Test
  void no_line_is_long() {
    for (ReplayInput input : Special.inputs()) {
      assertThat(new JavaSnippet(input, RECORDER).program()).allMatch(line -> line.length() <= 100);
    }
  }
}
