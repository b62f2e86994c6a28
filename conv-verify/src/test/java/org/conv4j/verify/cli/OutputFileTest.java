package org.conv4j.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path directory;

  @Test
  void nothing_is_there_before_it_is_written_and_no_draft_after() throws IOException {
    Path path = directory.resolve("new.svg");
    OutputFile file = OutputFile.of("--chart", path).orElseThrow();
    assertThat(directory).isEmptyDirectory();
    file.write("<svg/>");
    file.write("<svg></svg>");
    assertThat(path).hasContent("<svg></svg>");
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(path);
    }
  }

  @Test
  void what_was_there_stays_if_writing_fails() throws IOException {
    Path path = directory.resolve("old.svg");
    Files.writeString(path, "old");
    OutputFile file = OutputFile.of("--chart", path).orElseThrow();
    Path draft = directory.resolve("old.svg." + ProcessHandle.current().pid() + ".tmp");
    Files.createDirectory(draft);
    assertThatThrownBy(() -> file.write("new"))
        .isInstanceOf(WrongUsage.class)
        .hasMessageStartingWith("--chart cannot write " + path);
    assertThat(path).hasContent("old");
  }

  @Test
  void refuses_a_directory_and_a_file_in_none() {
    assertThatThrownBy(() -> OutputFile.of("--json", directory))
        .isInstanceOf(WrongUsage.class)
        .hasMessage("--json cannot write " + directory + ": it is a directory");
    Path nowhere = directory.resolve("none").resolve("bench.json");
    assertThatThrownBy(() -> OutputFile.of("--json", nowhere))
        .isInstanceOf(WrongUsage.class)
        .hasMessage("--json cannot write " + nowhere + ": its directory does not exist");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void an_option_that_was_not_given_asks_for_no_file() {
    assertThat(OutputFile.of("--json", null)).isEmpty();
  }
}
