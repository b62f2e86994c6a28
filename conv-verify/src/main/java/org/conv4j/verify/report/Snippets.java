package org.conv4j.verify.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.conv4j.api.NdArray;

/**
 * The operands of a check as Java and as Python for NumPy, to print or to keep.
 *
 * <pre>{@code
 * ReplayInput input = ReplayInput.of(Manifest.replay("exact/float64/1/2/full/integers/1"));
 * new Snippets(input, new SubjectCode("direct", Convention.SCIPY)).write(Path.of("snippets"));
 * }</pre>
 */
public final class Snippets {
  /** The most numbers of one operand to print; more go to a file. */
  static final int MOST_PRINTED = 256;

  private final ReplayInput input;
  private final JavaSnippet java;
  private final NumpySnippet numpy;

  /**
   * Both snippets for one check.
   *
   * @param input what they build
   * @param subject what the one in Java calls
   */
  public Snippets(ReplayInput input, SubjectCode subject) {
    this.input = input;
    this.java = new JavaSnippet(input, subject);
    this.numpy = new NumpySnippet(input, subject.convention());
  }

  /** Both as lines, or one line that says how to get them if they are long. */
  List<String> printed() {
    for (int i = 0; i < input.operands().size(); i++) {
      NdArray array = input.operands().get(i);
      if (JavaSnippet.numbers(array) > MOST_PRINTED) {
        return List.of(
            input.name(i)
                + " has "
                + array.size()
                + " elements: replay with --snippets DIR writes the snippets, whole, to files");
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("the same operands in Java:");
    lines.add("");
    lines.addAll(java.statements());
    lines.add("");
    lines.add("the same operands in Python, for NumPy:");
    lines.add("");
    lines.addAll(numpy.lines());
    return lines;
  }

  /**
   * Writes both, whole, to files that are named after the token.
   *
   * @param directory made if it does not exist
   * @return the files, Java's first
   * @throws IOException if that cannot be done
   */
  public List<Path> write(Path directory) throws IOException {
    Files.createDirectories(directory);
    String name = input.token().replaceAll("[^A-Za-z0-9._-]", "-");
    Path javaFile = directory.resolve(name + ".java");
    Path numpyFile = directory.resolve(name + ".py");
    Files.write(javaFile, java.program(), UTF_8);
    Files.write(numpyFile, numpy.lines(), UTF_8);
    return List.of(javaFile, numpyFile);
  }
}
