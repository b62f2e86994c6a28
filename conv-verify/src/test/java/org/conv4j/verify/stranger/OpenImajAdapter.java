package org.conv4j.verify.stranger;

import java.util.Arrays;
import java.util.Objects;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.openimaj.image.FImage;
import org.openimaj.image.processing.convolution.FourierConvolve;

/**
 * {@code FourierConvolve.convolve} of OpenIMAJ: the result is an image of the size of the image.
 */
final class OpenImajAdapter implements Convolver {
  @Override
  public String name() {
    return "openimaj";
  }

  @Override
  public Capabilities capabilities() {
    return claims().withModes(Mode.SAME);
  }

  private static Capabilities claims() {
    return Capabilities.basic().withDTypes(DType.FLOAT32).withMaxRank(2);
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Adapters.refuseInexpressible(capabilities(), in1, in2, mode);
    Objects.requireNonNull(mode, "mode");
    FImage y = FourierConvolve.convolve(new FImage(Adapters.rows(in1)), Adapters.rows(in2), false);
    return Adapters.ofRows(y.pixels, in1.shape());
  }

  /** The same function on images that the adapter has made large enough for the full result. */
  static final class Padded implements Convolver {
    /** Its transform takes no image of one row or one column. */
    private static final int LEAST = 2;

    @Override
    public String name() {
      return "openimaj-padded";
    }

    @Override
    public Capabilities capabilities() {
      return claims().withModes(Mode.FULL);
    }

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      Adapters.refuseInexpressible(capabilities(), in1, in2, mode);
      Objects.requireNonNull(mode, "mode");
      float[][] image = Adapters.rows(in1);
      float[][] kernel = Adapters.rows(in2);
      // There is nothing to make room for if there is no image.
      boolean room = in1 != null && in1.size() > 0;
      Shape full = !room || in2 == null ? Shape.SCALAR : Adapters.full(in1, in2);
      FImage padded = new FImage(room ? padded(image, full) : image);
      return Adapters.ofRows(FourierConvolve.convolve(padded, kernel, false).pixels, full);
    }

    private static float[][] padded(float[][] rows, Shape full) {
      int columns = full.rank() == 0 ? 1 : full.extent(full.rank() - 1);
      float[][] padded = new float[Math.max(LEAST, full.rank() < 2 ? 1 : full.extent(0))][];
      for (int row = 0; row < padded.length; row++) {
        float[] source = row < rows.length ? rows[row] : new float[0];
        padded[row] = Arrays.copyOf(source, Math.max(LEAST, columns));
      }
      return padded;
    }
  }
}
