package org.conv4j.verify.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conv4j.verify.measure.Machine;
import org.conv4j.verify.measure.Statistics;

/** A report as JSON, with the time of every round. */
public final class BenchJson {
  private static final String SCHEMA = "conv4j-bench/1";

  private BenchJson() {}

  /**
   * The report as a tree.
   *
   * @param report what was found out
   * @return names and values
   */
  public static Map<String, Object> tree(BenchReport report) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("version", BenchReport.version());
    tree.put("environment", environment(report));
    tree.put("cases", report.results().stream().map(BenchJson::result).toList());
    tree.put("notes", new Notes(report).lines());
    return tree;
  }

  private static Map<String, Object> environment(BenchReport report) {
    Machine machine = report.machine();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("date", machine.date());
    tree.put("processor", machine.processor());
    tree.put("cores", machine.cores());
    tree.put("pinned", machine.pinned());
    tree.put("java", machine.java());
    tree.put("flags", machine.flags());
    for (String name : List.of("python", "numpy", "scipy")) {
      tree.put(name, report.versions().get(name));
    }
    tree.put("onnxruntime", report.versions().get(Peer.ONNX_RUNTIME.label()));
    tree.put("rounds", report.rounds());
    return tree;
  }

  private static Map<String, Object> result(CaseResult result) {
    BenchCase one = result.one();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", one.name());
    tree.put("dtype", one.dtype().numpyName());
    tree.put("in1", one.in1().toArray());
    tree.put("in2", one.in2().toArray());
    one.layer()
        .ifPresentOrElse(
            layer -> tree.put("layer", layer.options().toString()), () -> tree.put("mode", "full"));
    tree.put("multiplyAdds", one.multiplyAdds());
    tree.put("peakPerSecond", result.peak().rates());
    tree.put("fastestPeer", result.fastestPeer().map(Measurement::name).orElse(null));
    tree.put(
        "subjects", result.subjects().stream().map(subject -> subject(result, subject)).toList());
    tree.put("peers", result.peers().stream().map(BenchJson::measurement).toList());
    return tree;
  }

  private static Map<String, Object> subject(CaseResult result, Measurement subject) {
    Map<String, Object> tree = measurement(subject);
    tree.put("description", subject.description());
    List<Double> ratios = result.ratios(subject);
    if (!ratios.isEmpty()) {
      tree.put("ratios", ratios);
      tree.put("ratio", Statistics.median(ratios));
    }
    List<Double> fractions = result.fractions(subject);
    if (!fractions.isEmpty()) {
      tree.put("ofPeak", Statistics.median(fractions));
    }
    subject
        .memory()
        .ifPresent(
            memory -> {
              tree.put("allocatedBytes", memory.allocated());
              tree.put("keptBytes", memory.kept());
              tree.put("resultBytes", result.one().resultBytes());
            });
    return tree;
  }

  private static Map<String, Object> measurement(Measurement measurement) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", measurement.name());
    tree.put("status", measurement.fate().label());
    if (measurement.measured()) {
      tree.put("seconds", measurement.seconds());
      tree.put("median", measurement.median());
    } else {
      tree.put("reason", measurement.reason());
    }
    return tree;
  }
}
