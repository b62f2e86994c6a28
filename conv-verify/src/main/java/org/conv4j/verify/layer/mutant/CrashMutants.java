package org.conv4j.verify.layer.mutant;

import java.time.Duration;
import java.util.List;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedLayer;
import org.conv4j.api.Shape;
import org.conv4j.verify.mutant.Flaw;

/** Calls that do not end as calls should. */
final class CrashMutants {
  /** Longer than anybody waits; and it ends by itself if nobody interrupts. */
  private static final Duration LONGEST_HANG = Duration.ofMinutes(5);

  /** Whether a call goes wrong. */
  private interface When {
    boolean layer(LayerGeometry layer);
  }

  private CrashMutants() {}

  static List<LayerMutant> all() {
    return List.of(
        mutant(
            "layer.crash.null",
            "Null is returned",
            Right.bent((x, w, b, o) -> null),
            "layer.shape"),
        mutant(
            "layer.crash.pointwise",
            "A kernel of one tap divides by zero",
            crashing(
                layer -> layer.axes().stream().allMatch(axis -> axis.kernel() == 1),
                new ArithmeticException("/ by zero")),
            "layer.pointwise"),
        mutant(
            "layer.crash.one-output",
            "A plane of one output runs over the end of an array",
            crashing(
                layer -> layer.axes().stream().allMatch(axis -> axis.output() == 1),
                new ArrayIndexOutOfBoundsException(1)),
            "layer.exact"),
        mutant(
            "layer.crash.one-axis",
            "One spatial axis runs over the end of the extents",
            crashing(layer -> layer.spatialRank() == 1, new ArrayIndexOutOfBoundsException(3)),
            "layer.axes.unit",
            "layer.exact"),
        mutant(
            "layer.crash.only-padding",
            "A window that meets nothing but padding asks for a negative size",
            crashing(CrashMutants::hasEmptyWindow, new NegativeArraySizeException("-1")),
            "layer.exact"),
        mutant(
            "layer.crash.calls-itself",
            "A layer is prepared for each call, and a prepared layer calls",
            new CallsItself(),
            "layer.shape"),
        hang(
            "layer.hang.long-kernel",
            "A kernel of more than 7 taps on an axis never ends",
            layer -> layer.axes().stream().anyMatch(axis -> axis.kernel() > 7),
            "layer.sizes"),
        hang(
            "layer.hang.stride",
            "A stride longer than the input never ends",
            layer -> layer.axes().stream().anyMatch(axis -> axis.stride() > axis.input()),
            "layer.exact"));
  }

  private static LayerMutant mutant(
      String id, String mistake, LayerConvolver wrong, String... caughtBy) {
    return LayerMutant.of(Flaw.CRASH, id, mistake, wrong, caughtBy);
  }

  private static LayerConvolver crashing(When when, RuntimeException crash) {
    return Right.bent(
        (x, w, b, o) -> {
          if (when.layer(Windows.geometry(x, w, o))) {
            throw crash;
          }
          return Right.DIRECT.convolve(x, w, b, o);
        });
  }

  private static boolean hasEmptyWindow(LayerGeometry layer) {
    return layer.axes().stream()
        .anyMatch(axis -> axis.before() >= axis.window() || axis.after() >= axis.window());
  }

  private static LayerMutant hang(String id, String mistake, When when, String... caughtBy) {
    LayerConvolver hanging =
        Right.bent(
            (x, w, b, o) -> {
              if (when.layer(Windows.geometry(x, w, o))) {
                hang();
              }
              return Right.DIRECT.convolve(x, w, b, o);
            });
    return LayerMutant.of(Flaw.HANG, id, mistake, hanging, caughtBy);
  }

  /** Asleep until somebody interrupts: what hangs must not keep a processor busy. */
  private static void hang() {
    try {
      Thread.sleep(LONGEST_HANG.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("it did not end by itself");
  }

  private static final class CallsItself extends Right.Bent {
    @Override
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      capabilities().admit(x, w, b, options);
      return prepare(w, b, options, x.shape()).apply(x);
    }

    @Override
    public PreparedLayer prepare(NdArray w, NdArray b, LayerOptions options, Shape inputShape) {
      return x -> convolve(x, w, b, options);
    }
  }
}
