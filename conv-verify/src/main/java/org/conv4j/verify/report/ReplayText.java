package org.conv4j.verify.report;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.conv4j.api.Convention;
import org.conv4j.api.NdArray;
import org.conv4j.verify.run.Exhibit;
import org.conv4j.verify.run.Failure;
import org.conv4j.verify.run.Outcome.Failed;
import org.conv4j.verify.run.Outcome.NotClaimed;
import org.conv4j.verify.run.Outcome.NotRun;
import org.conv4j.verify.run.Outcome.Passed;
import org.conv4j.verify.run.Outcome.Skipped;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.conv4j.verify.subject.Claims;
import org.conv4j.verify.vector.GoldenVector;

/** One check, replayed: its operands, each subject's result, and code that builds the operands. */
public final class ReplayText {
  private static final String INDENT = "  ";
  private static final int LABEL = 10;
  private static final int FRAMES = 8;

  private final PrintWriter out;
  private final ReplayInput input;

  /**
   * A text on one check.
   *
   * @param out where it is written
   * @param input what the check is made on
   */
  public ReplayText(PrintWriter out, ReplayInput input) {
    this.out = out;
    this.input = input;
  }

  /** Writes which check it is and its operands. */
  public void writeInput() {
    out.println("replay " + input.token());
    line("[" + input.id() + "] " + input.title());
    for (int i = 0; i < input.operands().size(); i++) {
      array(INDENT, input.name(i), input.operands().get(i));
    }
    input
        .layer()
        .ifPresentOrElse(
            layer -> labelled(INDENT, "asks", LayerCode.inWords(layer)),
            () -> labelled(INDENT, "mode", input.mode().toString()));
    input.vector().ifPresent(this::vector);
  }

  private void vector(GoldenVector vector) {
    labelled(INDENT, "asks", vector.toString().replaceFirst("^.*: ", ""));
    array(INDENT, "expected", vector.expected());
    labelled(INDENT, "from", vector.provenance().toString());
    vector.deviation().ifPresent(deviation -> labelled(INDENT, "deviates", deviation.toString()));
  }

  /**
   * Writes how it ended for one subject.
   *
   * @param report of a run of this check alone
   */
  public void write(Report report) {
    out.println("subject " + report.subject());
    labelled(INDENT, "claims", report.claims().toString());
    for (Result result : report.results()) {
      if (result.outcome() instanceof Failed failed) {
        String word = result.check().binding() ? "FAILED" : "SURPRISE";
        labelled(INDENT, word, failed.failure().what());
        failure(failed.failure(), report.claims());
      } else if (result.outcome() instanceof Passed) {
        labelled(INDENT, "passed", passed(result.evidence().largestFraction()));
      } else if (result.outcome() instanceof NotClaimed unclaimed) {
        labelled(INDENT, "skipped", "not claimed: " + unclaimed.what());
      } else if (result.outcome() instanceof Skipped skipped) {
        labelled(INDENT, "skipped", skipped.reason());
      } else if (result.outcome() instanceof NotRun notRun) {
        labelled(INDENT, "NOT RUN", notRun.reason());
      }
    }
  }

  private static String passed(double fraction) {
    return fraction > 0
        ? String.format(Locale.ROOT, "the largest error is %.3g of the error bound", fraction)
        : "nothing is wrong";
  }

  private void failure(Failure failure, Claims claims) {
    String indent = INDENT + " ".repeat(LABEL);
    Optional<NdArray> expected = failure.expected().flatMap(Exhibit::array);
    Optional<NdArray> got = failure.got().flatMap(Exhibit::array);
    if (expected.isPresent()
        && input.vector().isEmpty()
        && claims instanceof Claims.OfConvolver of) {
      Convention convention = of.capabilities().convention();
      out.println(indent + origin(PlainCall.expects(expected.get(), input, convention)));
    }
    expected.ifPresent(array -> array(indent, "expected", array));
    got.ifPresent(array -> array(indent, "got", array));
    if (expected.isPresent() && got.isPresent()) {
      Difference.lines(expected.get(), got.get()).forEach(line -> out.println(indent + line));
    }
    failure
        .cause()
        .ifPresent(
            thrown ->
                Arrays.stream(thrown.getStackTrace())
                    .limit(FRAMES)
                    .forEach(frame -> out.println(indent + "    at " + frame)));
  }

  private static String origin(PlainCall.Answer answer) {
    return switch (answer) {
      case YES -> "expected is in1 * in2";
      case NO ->
          "expected is not in1 * in2: the law compares other results, of these"
              + " operands or of ones made from them";
      case UNKNOWN -> "whether expected is in1 * in2 is not computed for operands this large";
    };
  }

  /**
   * Writes code that builds the operands.
   *
   * @param snippets the code
   */
  public void write(Snippets snippets) {
    out.println();
    snippets.printed().forEach(out::println);
    out.println();
  }

  /**
   * Writes where code that builds the operands has been put.
   *
   * @param files the files
   */
  public void write(List<Path> files) {
    files.forEach(file -> labelled("", "snippet", file.toString()));
  }

  private void line(String text) {
    out.println(INDENT + text);
  }

  private void labelled(String indent, String label, String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String head = i == 0 ? label : "";
      out.println(indent + head + " ".repeat(Math.max(1, LABEL - head.length())) + lines[i]);
    }
  }

  /** As NumPy prints it, which is whole up to 1000 elements. */
  private void array(String indent, String label, NdArray array) {
    labelled(indent, label, array + "   " + array.dtype().numpyName() + array.shape());
  }
}
