package org.conv4j.verify.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.conv4j.api.DType;
import org.conv4j.verify.bench.BenchCase.Door;
import org.conv4j.verify.bench.Measurement.Fate;
import org.conv4j.verify.measure.MemoryMeter.Memory;
import org.conv4j.verify.report.Units;

/** Notes on a table: first what went wrong, then how to read it. */
final class Notes {
  /**
   * In bytes: kept memory is reported for larger results only, because a heap is never quite the
   * same.
   */
  private static final double LARGE = 0x1p20;

  /** And only if it is at least this share of the result. */
  private static final double WORTH = 0.05;

  private final BenchReport report;

  Notes(BenchReport report) {
    this.report = report;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    troubles(lines);
    missing(lines);
    reading(lines);
    memory(lines);
    precisions(lines);
    return lines;
  }

  /** What is wrong or did not work. */
  private void troubles(List<String> lines) {
    for (CaseResult result : report.results()) {
      Stream.concat(result.subjects().stream(), result.peers().stream())
          .filter(one -> one.fate() == Fate.WRONG || one.fate() == Fate.FAILED)
          .forEach(
              one ->
                  lines.add(
                      result.one()
                          + ": "
                          + one.name()
                          + " "
                          + one.fate().label()
                          + ": "
                          + one.reason()));
      if (!result.peak().trouble().isEmpty()) {
        lines.add(result.one() + ": calibration failed: " + result.peak().trouble());
      }
    }
  }

  private void missing(List<String> lines) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    peers()
        .filter(peer -> peer.fate() == Fate.MISSING)
        .forEach(
            peer ->
                names
                    .computeIfAbsent(peer.reason(), reason -> new LinkedHashSet<>())
                    .add(peer.name()));
    names.forEach((reason, who) -> lines.add("missing: " + String.join(", ", who) + ": " + reason));
  }

  private Stream<Measurement> peers() {
    return report.results().stream().flatMap(result -> result.peers().stream());
  }

  private void reading(List<String> lines) {
    lines.add(
        "A time is that of one call, the median over the rounds. A ratio is the"
            + " time of the fastest peer divided by that of the subject: the median"
            + " over the rounds, and their range. Above 1 the subject is faster."
            + (anyCase(one -> one.layer().isEmpty()) ? " Every convolution is in full mode." : ""));
    lines.add("All results were compared before they were timed.");
    if (anyCase(one -> one.layer().isEmpty() && one.in1().rank() > 1)) {
      lines.add(
          "In several dimensions extents are those of each axis: 2d/1024x31 is 1024^2 * 31^2.");
    }
    if (anyCase(one -> one.layer().isEmpty() && one.door() == Door.PREPARED)) {
      lines.add(
          "prepared: the subject gets the second operand beforehand, which is not"
              + " timed; peers start from both operands at each call.");
    }
    layers(lines);
    if (peers().anyMatch(peer -> peer.fate() == Fate.TOO_SLOW)) {
      lines.add(
          "too slow: a call takes more than "
              + Units.number(Peer.NUMPY.patience())
              + " s ("
              + Units.number(Peer.ONNX_RUNTIME.patience())
              + " s of ONNX Runtime), or would by the number of its multiply-adds.");
    }
    if (peers().anyMatch(peer -> peer.measured() && peer.name().equals(Peer.NDIMAGE.label()))) {
      lines.add(
          "ndimage.convolve computes the window of the size of the first operand only, which is"
              + " less work than the full result.");
    }
    if (report.results().stream().anyMatch(result -> !result.peak().rates().isEmpty())) {
      lines.add(
          "of peak: multiply-adds of the defining sum in a second, divided by"
              + " those of a loop in registers that was measured in the same rounds."
              + (anyCase(one -> one.layer().isPresent())
                  ? " Layers through transforms need fewer, and may be above 100 %."
                  : ""));
    } else if (anyCase(CaseRun::hasPeak)) {
      lines.add("The multiply-add peak needs the vector module; without it, it is not measured.");
    }
  }

  private void layers(List<String> lines) {
    Set<String> layers = new LinkedHashSet<>();
    for (CaseResult result : report.results()) {
      BenchCase one = result.one();
      one.layer().ifPresent(layer -> layers.add(one.size() + " is " + layer.geometry()));
    }
    if (layers.isEmpty()) {
      return;
    }
    lines.add(
        "layer: input with weights, options: output. Subjects and ONNX Runtime get the weights"
            + " beforehand, and write into an array that is there; NumPy starts from the plain"
            + " operands at each call.");
    lines.addAll(layers);
  }

  private void memory(List<String> lines) {
    if (subjects().noneMatch(subject -> subject.memory().isPresent())) {
      return;
    }
    lines.add(
        "allocated: what one warm call of the subject allocates, including its"
            + " result, divided by the size of the result. Together with what it"
            + " keeps from call to call, this is the most it can hold beyond its"
            + " operands.");
    for (CaseResult result : report.results()) {
      double bytes = result.one().resultBytes();
      for (Measurement subject : result.subjects()) {
        double kept = subject.memory().map(Memory::kept).orElse(0L);
        if (bytes >= LARGE && kept >= WORTH * bytes) {
          lines.add(
              result.one()
                  + ": "
                  + subject.name()
                  + " keeps "
                  + Units.number(kept * 0x1p-20)
                  + " MiB from call to call, "
                  + Units.number(kept / bytes)
                  + " times the result");
        }
      }
    }
  }

  /** What single precision gains, for subjects that were measured in both. */
  private void precisions(List<String> lines) {
    for (CaseResult single : report.results()) {
      for (CaseResult twice : report.results()) {
        if (single.one().dtype() == DType.FLOAT32
            && twice.one().dtype() == DType.FLOAT64
            && single.one().method() == twice.one().method()
            && single.one().size().equals(twice.one().size())) {
          single.subjects().forEach(subject -> precision(lines, single, subject, twice));
        }
      }
    }
  }

  private static void precision(
      List<String> lines, CaseResult single, Measurement subject, CaseResult twice) {
    twice.subjects().stream()
        .filter(other -> other.name().equals(subject.name()))
        .filter(other -> other.measured() && subject.measured())
        .forEach(
            other ->
                lines.add(
                    single.one()
                        + ": "
                        + subject.name()
                        + " takes "
                        + Units.number(subject.median() / other.median())
                        + " times its time for "
                        + twice.one().dtype().numpyName()));
  }

  private Stream<Measurement> subjects() {
    return report.results().stream().flatMap(result -> result.subjects().stream());
  }

  private boolean anyCase(Predicate<BenchCase> what) {
    return report.results().stream().map(CaseResult::one).anyMatch(what);
  }
}
