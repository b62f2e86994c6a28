package org.conv4j.verify.layer.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.conv4j.api.DType;
import org.conv4j.api.LayerAxis;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.PreparedLayer;
import org.conv4j.api.Shape;
import org.conv4j.verify.mutant.Flaw;

/** Right in one call, wrong where a layer is prepared for many inputs. */
final class PreparedMutants {
  /** Prepares a layer; what must be refused has been. */
  private interface Preparing {
    PreparedLayer prepare(NdArray weights, NdArray bias, LayerOptions options, Shape input);
  }

  /** Writes the result of a right layer into an array. */
  private interface Writing {
    void write(PreparedLayer right, NdArray input, NdArray out);
  }

  private PreparedMutants() {}

  static List<LayerMutant> ofApply() {
    return List.of(
        mutant(
            "layer.prepared.weights-kept",
            "The weights are not copied",
            (w, b, o, shape) -> {
              NdArray bias = copy(b);
              return checked(shape, x -> Right.BASE.convolve(x, w, bias, o));
            },
            "layer.prepared.contract"),
        mutant(
            "layer.prepared.bias-kept",
            "The bias is not copied",
            (w, b, o, shape) -> {
              NdArray weights = w.copy();
              return checked(shape, x -> Right.BASE.convolve(x, weights, b, o));
            },
            "layer.prepared.contract"),
        mutant(
            "layer.prepared.bias-forgotten",
            "A prepared layer has no bias",
            (w, b, o, shape) -> Right.BASE.prepare(w, null, o, shape),
            "layer.prepared"),
        mutant(
            "layer.prepared.padding-forgotten",
            "A prepared layer has its zeros after the input",
            (w, b, o, shape) -> {
              NdArray weights = w.copy();
              NdArray bias = copy(b);
              LayerConvolver wrong =
                  Windows.at(
                      (layer, a, output, tap) -> {
                        LayerAxis axis = layer.axis(a);
                        return output * axis.stride() + tap * axis.dilation();
                      });
              return checked(shape, x -> wrong.convolve(x, weights, bias, o));
            },
            "layer.prepared"),
        mutant(
            "layer.prepared.other-bits",
            "A prepared layer sums the channels in another order",
            (w, b, o, shape) -> {
              NdArray weights = w.copy();
              NdArray bias = copy(b);
              return checked(shape, x -> backwards(x, weights, bias, o));
            },
            "layer.prepared"),
        mutant(
            "layer.prepared.one-result",
            "A prepared layer has one array for its results",
            (w, b, o, shape) -> {
              PreparedLayer right = Right.BASE.prepare(w, b, o, shape);
              NdArray one = right.apply(NdArray.zeros(DType.FLOAT64, shape));
              return x -> {
                NdArray y = right.apply(x);
                System.arraycopy(y.doubles(), 0, one.doubles(), 0, y.size());
                return one;
              };
            },
            "layer.prepared.contract"),
        mutant(
            "layer.prepared.input-changed",
            "A prepared layer uses the first element of its input as work space",
            (w, b, o, shape) -> {
              PreparedLayer right = Right.BASE.prepare(w, b, o, shape);
              return x -> {
                NdArray y = right.apply(x);
                x.doubles()[0] = y.doubles()[0] + 1;
                return y;
              };
            },
            "layer.prepared.contract"),
        mutant(
            "layer.prepared.shape-unchecked",
            "A prepared layer takes inputs of any shape that its weights fit",
            (w, b, o, shape) -> {
              NdArray weights = w.copy();
              NdArray bias = copy(b);
              return x -> Right.BASE.convolve(x, weights, bias, o);
            },
            "layer.prepared.contract"),
        mutant(
            "layer.prepared.size-checked",
            "A prepared layer checks the number of elements, and not their shape",
            (w, b, o, shape) -> {
              PreparedLayer right = Right.BASE.prepare(w, b, o, shape);
              return x -> right.apply(x.size() == shape.size() ? x.reshape(shape) : x);
            },
            "layer.prepared.contract"),
        LayerMutant.made(
            Flaw.FORM,
            "layer.prepared.by-shape",
            "The packed weights of a prepared layer are remembered by their shape",
            ByShape::new,
            "layer.prepared"),
        LayerMutant.of(
            Flaw.FORM,
            "layer.prepared.type-of-weights",
            "A prepared layer has results of the type of its weights",
            new TypeOfWeights(),
            "layer.prepared"),
        made(
            "layer.prepared.shared-buffer",
            "Threads that apply one prepared layer share its buffer for the input",
            () -> (w, b, o, shape) -> new SharedBuffer(Right.BASE.prepare(w, b, o, shape)),
            "layer.concurrent"));
  }

  static List<LayerMutant> ofOut() {
    return List.of(
        writing(
            "layer.out.added",
            "A prepared layer adds to what an array holds",
            (right, x, out) -> {
              double[] before = out.doubles().clone();
              right.apply(x, out);
              Arrays.setAll(out.doubles(), i -> out.doubles()[i] + before[i]);
            }),
        writing(
            "layer.out.first-item",
            "A prepared layer writes the first item only",
            (right, x, out) -> {
              double[] before = out.doubles().clone();
              right.apply(x, out);
              int item = out.size() / out.shape().extent(0);
              System.arraycopy(before, item, out.doubles(), item, out.size() - item);
            }),
        writing(
            "layer.out.size-checked",
            "A prepared layer writes into an array of as many elements, whatever its shape",
            (right, x, out) -> {
              Shape shape = right.apply(x).shape();
              right.apply(x, shape.size() == out.size() ? out.reshape(shape) : out);
            }),
        writing(
            "layer.out.input-as-buffer",
            "A prepared layer that writes into an array works in its input",
            (right, x, out) -> {
              right.apply(x, out);
              x.doubles()[0]++;
            }),
        writing(
            "layer.out.refused-late",
            "A prepared layer clears an array before it looks at its shape",
            (right, x, out) -> {
              if (out.dtype() == DType.FLOAT64 && !out.sharesStorage(x)) {
                Arrays.fill(out.doubles(), 0);
              }
              right.apply(x, out);
            }));
  }

  private static LayerMutant mutant(
      String id, String mistake, Preparing preparing, String... caughtBy) {
    return made(id, mistake, () -> preparing, caughtBy);
  }

  private static LayerMutant made(
      String id, String mistake, Supplier<Preparing> maker, String... caughtBy) {
    return LayerMutant.made(Flaw.FORM, id, mistake, () -> preparing(maker.get()), caughtBy);
  }

  /** Refuses what is to be refused, and prepares in a way of its own. */
  private static LayerConvolver preparing(Preparing preparing) {
    return new Right.Bent() {
      @Override
      public PreparedLayer prepare(
          NdArray weights, NdArray biasOrNull, LayerOptions options, Shape inputShape) {
        capabilities().admit(inputShape, weights, biasOrNull, options);
        return preparing.prepare(weights, biasOrNull, options, inputShape);
      }
    };
  }

  private static LayerMutant writing(String id, String mistake, Writing writing) {
    Preparing preparing =
        (w, b, o, shape) -> {
          PreparedLayer right = Right.BASE.prepare(w, b, o, shape);
          return new PreparedLayer() {
            @Override
            public NdArray apply(NdArray input) {
              return right.apply(input);
            }

            @Override
            public void apply(NdArray input, NdArray out) {
              writing.write(right, input, out);
            }
          };
        };
    return mutant(id, mistake, preparing, "layer.prepared.out");
  }

  private static NdArray copy(NdArray arrayOrNull) {
    return arrayOrNull == null ? null : arrayOrNull.copy();
  }

  /** Refuses inputs of another shape. */
  private static PreparedLayer checked(Shape shape, PreparedLayer layer) {
    return x -> {
      if (!x.shape().equals(shape)) {
        throw new IllegalArgumentException(
            "prepared for inputs of shape " + shape + ", not " + x.shape());
      }
      return layer.apply(x);
    };
  }

  /** The same sums, from the last channel to the first. */
  private static NdArray backwards(NdArray x, NdArray w, NdArray b, LayerOptions options) {
    int inputs = w.shape().extent(1);
    NdArray reversed =
        Elements.along(
            x,
            options.layout().channelAxis(x.rank()),
            c -> c / inputs * inputs + inputs - 1 - c % inputs);
    return Right.BASE.convolve(reversed, Elements.flipped(w, 1), b, options);
  }

  private static final class ByShape extends Right.Bent {
    private final Map<Shape, NdArray> packed = new ConcurrentHashMap<>();

    @Override
    public PreparedLayer prepare(
        NdArray weights, NdArray biasOrNull, LayerOptions options, Shape inputShape) {
      capabilities().admit(inputShape, weights, biasOrNull, options);
      NdArray kept = packed.computeIfAbsent(weights.shape(), shape -> weights.copy());
      return super.prepare(kept, biasOrNull, options, inputShape);
    }
  }

  private static final class TypeOfWeights extends Right.Bent {
    TypeOfWeights() {
      super(Right.EVERYTHING, Right.DIRECT);
    }

    @Override
    public PreparedLayer prepare(
        NdArray weights, NdArray biasOrNull, LayerOptions options, Shape inputShape) {
      PreparedLayer right = super.prepare(weights, biasOrNull, options, inputShape);
      DType dtype = weights.dtype();
      return x -> {
        NdArray y = right.apply(x);
        return y.dtype().isComplex() && !dtype.isComplex() ? y.real().cast(dtype) : y.cast(dtype);
      };
    }
  }

  private static final class SharedBuffer implements PreparedLayer {
    private final PreparedLayer right;
    private volatile NdArray buffer;

    SharedBuffer(PreparedLayer right) {
      this.right = right;
    }

    @Override
    public NdArray apply(NdArray input) {
      NdArray checked = right.apply(input);
      buffer = input;
      LockSupport.parkNanos(1000);
      NdArray read = buffer;
      return read == null ? checked : right.apply(read);
    }
  }
}
