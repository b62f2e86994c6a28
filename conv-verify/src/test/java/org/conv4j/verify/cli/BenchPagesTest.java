package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.conv4j.verify.bench.BenchCase;
import org.conv4j.verify.bench.BenchCases;
import org.conv4j.verify.readme.Document;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The committed picture and tables of speed are what the commands beside them make. */
class BenchPagesTest {
  private static final String PICTURE = "conv-verify/bench.svg";
  private static final String TABLES = "conv-verify/BENCHMARKS.md";
  private static final String LAYERS = "conv-verify/BENCHMARKS-LAYERS.md";

  /** What the command line makes of a command but for measuring: the names of the cases. */
  private static List<String> cases(String command) {
    List<String> words = Document.words(command);
    assertThat(words.subList(0, 3))
        .containsExactly("java", "-jar", "conv-verify/target/conv-verify-cli.jar");
    List<String> arguments = new ArrayList<>(words.subList(3, words.size()));
    arguments.add("--list");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.execute(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    assertThat(err.toString()).as(command).isEmpty();
    assertThat(exit).as(command).isZero();
    return out.toString().lines().toList();
  }

  private static List<String> texts(NodeList elements, String style) {
    return IntStream.range(0, elements.getLength())
        .mapToObj(i -> (Element) elements.item(i))
        .filter(element -> element.getAttribute("class").equals(style))
        .map(Element::getTextContent)
        .toList();
  }

  @Test
  void the_picture_of_the_readme_is_from_the_command_below_it() throws Exception {
    String readme = Document.README.text();
    var command =
        Pattern.compile("!\\[[^]]+]\\(" + PICTURE + "\\)\\s+[^`]*`(java [^`]+)`").matcher(readme);
    assertThat(command.find()).as("a picture and its command").isTrue();
    assertThat(command.group(1)).endsWith("--chart " + PICTURE);
    org.w3c.dom.Document picture =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(Document.read(PICTURE))));
    assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("Made by: " + command.group(1));
    assertThat(texts(picture.getElementsByTagName("text"), "label"))
        .isEqualTo(cases(command.group(1)));
  }

  @Test
  void the_tables_are_those_of_the_command_above_them() {
    String page = Document.read(TABLES);
    String command = new Document(TABLES).block("sh", "--markdown " + TABLES).strip();
    List<String> expected = cases(command);
    assertThat(expected)
        .isEqualTo(
            BenchCases.all().stream()
                .map(BenchCase::name)
                .filter(name -> !name.startsWith("layer/"))
                .toList());
    assertThat(page.lines().filter(line -> line.startsWith("#")))
        .containsExactly("# Benchmarks", "## `direct`", "## `fft`", "## `auto`", "## Notes");
    assertTables(page, 3);
    assertThat(rows(page)).isEqualTo(expected);
  }

  @Test
  void the_table_of_layers_is_that_of_the_command_above_it() {
    String page = Document.read(LAYERS);
    String command = new Document(LAYERS).block("sh", "--markdown " + LAYERS).strip();
    List<String> expected = cases(command);
    assertThat(expected)
        .isEqualTo(
            BenchCases.all().stream()
                .map(BenchCase::name)
                .filter(name -> name.startsWith("layer/"))
                .toList());
    assertThat(page.lines().filter(line -> line.startsWith("#")))
        .containsExactly("# Benchmarks of layers", "## `layer`", "## Notes");
    assertTables(page, 1);
    assertThat(rows(page).stream().distinct()).containsExactlyElementsOf(expected);
    assertThat(page).contains("ONNX Runtime: 1.");
  }

  private static List<String> rows(String page) {
    return page.lines()
        .filter(line -> line.matches("\\| (direct|fft|auto|layer)/.*"))
        .map(line -> line.split(" ", -1)[1])
        .toList();
  }

  /** What stands above the tables, and their heads. */
  private static void assertTables(String page, int tables) {
    assertThat(
            page.lines().filter(line -> line.startsWith("- ")).map(line -> line.split(":", -1)[0]))
        .startsWith(
            "- conv4j",
            "- date",
            "- processor",
            "- Java",
            "- Python",
            "- rounds",
            "- multiply-add peak");
    assertThat(page.lines().filter(line -> line.startsWith("| case ")))
        .hasSize(tables)
        .allMatch(
            line ->
                line.replaceAll(" +", " ")
                    .equals(
                        "| case | subject | time | fastest peer | its time | ratio | spread"
                            + " | of peak | allocated | other peers |"));
  }
}
