package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.Stream;
import org.conv4j.verify.readme.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that pages tell people to type are commands. */
class DocumentedCommandsTest {
  private static final String JAR = "conv-verify-cli.jar";

  private static Stream<String> commands() {
    return Document.ALL.stream().flatMap(page -> page.commands().stream());
  }

  static List<String> jarCommands() {
    return commands().filter(command -> command.contains(JAR)).distinct().toList();
  }

  static List<String> mavenCommands() {
    return commands().filter(command -> command.startsWith("mvn ")).distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("jarCommands")
  void the_command_line_understands(String command) {
    List<String> words = Document.words(command);
    assertThat(words.get(2)).endsWith(JAR);
    String[] arguments = words.subList(3, words.size()).toArray(String[]::new);
    assertThatCode(() -> Main.command().parseArgs(arguments)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("mavenCommands")
  void what_maven_is_told_exists(String command) {
    for (String word : Document.words(command)) {
      if (word.startsWith("-P")) {
        assertThat(Document.read("pom.xml")).as(command).contains("<id>" + word.substring(2) + "<");
      }
      if (word.matches("(conv-[a-z]+,?)+|conv-[a-z]+/.*")) {
        for (String path : word.split(",", -1)) {
          assertThat(Document.root().resolve(path)).as(command).exists();
        }
      }
    }
  }
}
