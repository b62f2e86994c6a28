package org.conv4j.verify.layer.mutant;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.mutant.Flaw;

/** What is remembered from an earlier call, or shared with another; arguments and results. */
final class StateMutants {
  private StateMutants() {}

  static List<LayerMutant> ofCalls() {
    return List.of(
        made(
            "layer.state.weights-by-shape",
            "Packed weights are known again by their shape",
            () -> new Packed((x, w) -> w.shape()),
            "layer.linear.weights"),
        made(
            "layer.state.weights-by-input",
            "Packed weights are known again by the shapes of input and weights",
            () -> new Packed((x, w) -> List.of(x.shape(), w.shape())),
            "layer.linear.weights"),
        made(
            "layer.state.weights-by-first",
            "Packed weights are known again by their shape and the first of them",
            () -> new Packed((x, w) -> List.of(w.shape(), w.doubles()[0])),
            "layer.linear.weights"),
        made(
            "layer.state.bias-by-channels",
            "A bias is known again by its length",
            KeptBias::new,
            "layer.exact"),
        made(
            "layer.state.options-by-shapes",
            "A plan is known again by the shapes of input and weights, whatever the options",
            KeptOptions::new,
            "layer.stride"),
        made(
            "layer.state.padding-stale",
            "The padding has what the call before left in the buffer",
            StalePadding::new,
            "layer.exact",
            "layer.repeatable"),
        made(
            "layer.state.sums-kept",
            "Results of one shape are added up from call to call",
            Adding::new,
            "layer.repeatable"));
  }

  static List<LayerMutant> ofArrays() {
    return List.of(
        made(
            "layer.state.weights-by-reference",
            "Packed weights are known again by where the weights are stored",
            () -> new Referring(true),
            "layer.inputs.not-kept"),
        made(
            "layer.state.input-by-reference",
            "A lowered input is known again by where the input is stored",
            () -> new Referring(false),
            "layer.inputs.not-kept"),
        made(
            "layer.state.result-reused",
            "Results of one shape are one array",
            Reusing::new,
            "layer.result.fresh"),
        made(
            "layer.state.result-is-input",
            "A layer that gives its input back returns the input itself",
            Returning::new,
            "layer.result.fresh"),
        made(
            "layer.state.input-changed",
            "The first element of the input is used as work space",
            () -> new Changing(true),
            "layer.inputs.unchanged"),
        made(
            "layer.state.weights-reversed",
            "The weights are reversed where they are stored, and stay so",
            () -> new Changing(false),
            "layer.inputs.unchanged"),
        made(
            "layer.threads.shared-input",
            "All threads read the input from one buffer",
            () -> new Sharing(false),
            "layer.concurrent"),
        made(
            "layer.threads.shared-weights",
            "All threads read packed weights from one buffer",
            () -> new Sharing(true),
            "layer.concurrent"));
  }

  private static LayerMutant made(
      String id, String mistake, Supplier<LayerConvolver> maker, String... caughtBy) {
    Flaw flaw = id.startsWith("layer.threads") ? Flaw.THREADS : Flaw.STATE;
    return LayerMutant.made(flaw, id, mistake, maker, caughtBy);
  }

  /** Keeps weights under a key that tells at least their shape. */
  private static final class Packed extends Right.Bent {
    private final Map<Object, NdArray> packed = new ConcurrentHashMap<>();
    private final BiFunction<NdArray, NdArray, Object> key;

    Packed(BiFunction<NdArray, NdArray, Object> key) {
      this.key = key;
    }

    @Override
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      capabilities().admit(x, w, b, options);
      NdArray kept = packed.computeIfAbsent(key.apply(x, w), k -> w.copy());
      return super.convolve(x, kept, b, options);
    }
  }

  private static final class KeptBias extends Right.Bent {
    private final Map<Integer, NdArray> biases = new ConcurrentHashMap<>();

    @Override
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      capabilities().admit(x, w, b, options);
      NdArray kept = b == null ? null : biases.computeIfAbsent(b.size(), size -> b.copy());
      return super.convolve(x, w, kept, options);
    }
  }

  private static final class KeptOptions extends Right.Bent {
    private final Map<List<Shape>, LayerOptions> plans = new ConcurrentHashMap<>();

    @Override
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      capabilities().admit(x, w, b, options);
      List<Shape> key = List.of(x.shape(), w.shape());
      return super.convolve(x, w, b, plans.computeIfAbsent(key, shapes -> options));
    }
  }

  /** Every zero of the padding is the last element of the input of the call before. */
  private static final class StalePadding extends Right.Bent {
    private final AtomicReference<Double> left = new AtomicReference<>(0.0);

    @Override
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      NdArray y = super.convolve(x, w, b, options);
      double stale = left.getAndSet(x.doubles()[x.size() - 1]);
      NdArray ones = Elements.filled(x.dtype(), x.shape(), 1);
      Windows windows = new Windows(Windows.geometry(x, w, options), Windows::right);
      NdArray padding =
          Elements.mapped(windows.of(ones), (index, inside) -> inside == 1 ? 0 : stale);
      NdArray more = windows.plainSums(padding, w, null);
      return Elements.mapped(
          y, (index, value) -> value + more.doubles()[Elements.offset(index, y.shape())]);
    }
  }

  private static final class Adding extends Right.Bent {
    private final Map<Shape, NdArray> sums = new ConcurrentHashMap<>();

    @Override
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      NdArray y = super.convolve(x, w, b, options);
      return sums.merge(
              y.shape(),
              y,
              (before, now) ->
                  Elements.mapped(
                      now, (index, v) -> v + before.doubles()[Elements.offset(index, now.shape())]))
          .copy();
    }
  }

  /** Prepares weights or inputs once, and knows them again by where they are stored. */
  private static final class Referring extends Right.Bent {
    private record Prepared(NdArray array, NdArray copy) {}

    private final boolean weights;
    private volatile Prepared last = new Prepared(null, null);

    Referring(boolean weights) {
      this.weights = weights;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the mistake
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      capabilities().admit(x, w, b, options);
      NdArray array = weights ? w : x;
      Prepared prepared = last;
      if (prepared.array != array) {
        prepared = new Prepared(array, array.copy());
        last = prepared;
      }
      return weights
          ? super.convolve(x, prepared.copy, b, options)
          : super.convolve(prepared.copy, w, b, options);
    }
  }

  private static final class Reusing extends Right.Bent {
    private final Map<Shape, NdArray> results = new ConcurrentHashMap<>();

    @Override
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      NdArray y = super.convolve(x, w, b, options);
      NdArray one = results.computeIfAbsent(y.shape(), shape -> NdArray.zeros(y.dtype(), shape));
      System.arraycopy(y.doubles(), 0, one.doubles(), 0, y.size());
      return one;
    }
  }

  private static final class Returning extends Right.Bent {
    @Override
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      NdArray y = super.convolve(x, w, b, options);
      return y.equals(x) ? x : y;
    }
  }

  private static final class Changing extends Right.Bent {
    private final boolean input;

    Changing(boolean input) {
      this.input = input;
    }

    @Override
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      NdArray y = super.convolve(x, w, b, options);
      if (input) {
        x.doubles()[0] = y.doubles()[0] + 1;
      } else {
        double[] reversed = w.reversed().doubles();
        System.arraycopy(reversed, 0, w.doubles(), 0, reversed.length);
      }
      return y;
    }
  }

  /** Reads input or weights from a field, where another thread may have put its own. */
  private static final class Sharing extends Right.Bent {
    private final boolean weights;
    private volatile NdArray field;

    Sharing(boolean weights) {
      this.weights = weights;
    }

    @Override
    public NdArray convolve(NdArray x, NdArray w, NdArray b, LayerOptions options) {
      capabilities().admit(x, w, b, options);
      NdArray own = weights ? w : x;
      field = own;
      LockSupport.parkNanos(1000);
      NdArray other = field;
      NdArray read = other.shape().equals(own.shape()) ? other : own;
      return weights ? super.convolve(x, read, b, options) : super.convolve(read, w, b, options);
    }
  }
}
