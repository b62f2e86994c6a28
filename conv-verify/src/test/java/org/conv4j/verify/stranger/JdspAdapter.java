package org.conv4j.verify.stranger;

import com.github.psambit9791.jdsp.signal.Convolution;
import java.util.Locale;
import java.util.function.BiFunction;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/** One of the two functions of JDSP's {@code Convolution} that take a mode. */
final class JdspAdapter implements Convolver {
  private final String name;
  private final BiFunction<Convolution, String, double[]> function;

  private JdspAdapter(String name, BiFunction<Convolution, String, double[]> function) {
    this.name = name;
    this.function = function;
  }

  static JdspAdapter direct() {
    return new JdspAdapter("jdsp", Convolution::convolve);
  }

  static JdspAdapter fast() {
    return new JdspAdapter("jdsp-fast", Convolution::fastConvolve);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.basic().withConvention(Convention.NUMPY);
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Adapters.refuseInexpressible(capabilities(), in1, in2, mode);
    Convolution convolution = new Convolution(Adapters.doubles(in1), Adapters.doubles(in2));
    String word = mode == null ? null : mode.name().toLowerCase(Locale.ROOT);
    double[] y = function.apply(convolution, word);
    return NdArray.wrap(y, Shape.of(y.length));
  }
}
