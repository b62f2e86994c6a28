package org.conv4j.verify.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.conv4j.verify.bench.CaseResult.Peak;
import org.conv4j.verify.bench.Measurement.Fate;
import org.conv4j.verify.measure.Machine;
import org.conv4j.verify.measure.MemoryMeter.Memory;

/** Reports of measurements that nobody made. */
final class Reports {
  private Reports() {}

  private static final Machine MACHINE =
      new Machine(
          "2026-01-02",
          "Model T",
          1,
          true,
          "17.0.1, Some VM",
          List.of("-XX:ActiveProcessorCount=1"));

  /** On that machine, which has no SciPy. */
  static BenchReport of(List<CaseResult> results) {
    return new BenchReport(MACHINE, Map.of("python", "3.11.7", "numpy", "2.4.6"), 3, results);
  }

  static BenchCase named(String name) {
    return BenchCases.matching(Pattern.compile("^" + Pattern.quote(name) + "$")).get(0);
  }

  static Measurement measured(String name, Double... seconds) {
    return new Measurement(
        name, name + "[kernel]", Fate.MEASURED, "", List.of(seconds), Optional.empty());
  }

  /** With 24 MB a call and 4 MB kept; a million doubles are 8 MB. */
  private static Measurement weighed(Measurement one) {
    return new Measurement(
        one.name(),
        one.description(),
        one.fate(),
        one.reason(),
        one.seconds(),
        Optional.of(new Memory(24_000_000, 4_000_000)));
  }

  static Measurement not(String name, Fate fate, String reason) {
    return new Measurement(name, name, fate, reason, List.of(), Optional.empty());
  }

  /** Two cases: one as it should be, and one in which everything went wrong. */
  static BenchReport mixed() {
    CaseResult good =
        new CaseResult(
            named("direct/1d/1e6x64/float64"),
            List.of(weighed(measured("direct", 0.010, 0.008, 0.016))),
            List.of(
                measured("np.convolve", 0.020, 0.024, 0.016),
                measured("ndimage.convolve", 0.055, 0.050, 0.060),
                not("signal.convolve direct", Fate.MISSING, "no SciPy"),
                not("Commons Math", Fate.TOO_SLOW, "3.0 s a call")),
            new Peak(List.of(64e9, 40e9, 64e9), ""));
    CaseResult bad =
        new CaseResult(
            named("fft/2d/1024x31/float64"),
            List.of(
                not("fft", Fate.WRONG, "at index [0, 0] it gives 1.0"),
                not("Mine", Fate.FAILED, "ended with exit code 7"),
                measured("Lonely", 1.0, 1.0, 1.0)),
            List.of(not("fftconvolve", Fate.FAILED, "raised MemoryError: ")),
            Peak.NONE);
    return of(List.of(good, bad));
  }
}
