package org.conv4j.verify.stranger;

import edu.mines.jtk.dsp.Conv;
import java.util.Objects;
import org.conv4j.api.Accuracy;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convention;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;

/**
 * {@code Conv.conv} of the Mines Java Toolkit, in one to three dimensions. It computes whichever
 * window of the result it is asked for; the adapter asks for the one of the mode.
 */
final class JtkAdapter implements Convolver {
  @Override
  public String name() {
    return "mines-jtk";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.basic()
        .withDTypes(DType.FLOAT32)
        .withMaxRank(3)
        .withAccuracy(Accuracy.COMPONENTWISE);
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Adapters.refuseInexpressible(capabilities(), in1, in2, mode);
    Objects.requireNonNull(mode, "mode");
    // Lengths and windows are arguments of the function; without arrays there are none.
    Objects.requireNonNull(in1, "in1");
    Objects.requireNonNull(in2, "in2");
    boolean empty = in1.size() == 0 || in2.size() == 0;
    Geometry geometry =
        empty ? null : Geometry.of(in1.shape(), in2.shape(), mode, Convention.SCIPY);
    Shape output = empty ? Adapters.full(in1, in2) : geometry.output();
    int[] offset = empty ? new int[in1.rank()] : geometry.offset();
    return window(in1, in2, output, offset);
  }

  private static NdArray window(NdArray x, NdArray y, Shape output, int[] offset) {
    int[] lx = x.shape().toArray();
    int[] ly = y.shape().toArray();
    int[] lz = output.toArray();
    float[] z = new float[output.size()];
    switch (output.rank()) {
      case 0 -> Conv.conv(1, 0, x.floats(), 1, 0, y.floats(), 1, 0, z);
      case 1 -> Conv.conv(lx[0], 0, x.floats(), ly[0], 0, y.floats(), lz[0], offset[0], z);
      case 2 -> {
        float[][] rows = new float[lz[0]][lz[1]];
        Conv.conv(
            lx[1],
            lx[0],
            0,
            0,
            Adapters.rows(x),
            ly[1],
            ly[0],
            0,
            0,
            Adapters.rows(y),
            lz[1],
            lz[0],
            offset[1],
            offset[0],
            rows);
        return Adapters.ofRows(rows, output);
      }
      default -> {
        float[][][] planes = new float[lz[0]][lz[1]][lz[2]];
        Conv.conv(
            lx[2], lx[1], lx[0], 0, 0, 0, planes(x), ly[2], ly[1], ly[0], 0, 0, 0, planes(y), lz[2],
            lz[1], lz[0], offset[2], offset[1], offset[0], planes);
        for (int i = 0; i < z.length; i++) {
          z[i] = planes[i / lz[2] / lz[1]][i / lz[2] % lz[1]][i % lz[2]];
        }
      }
    }
    return NdArray.wrap(z, output);
  }

  private static float[][][] planes(NdArray array) {
    int[] extents = array.shape().toArray();
    float[][][] planes = new float[extents[0]][extents[1]][extents[2]];
    for (int i = 0; i < array.size(); i++) {
      int row = i / extents[2];
      planes[row / extents[1]][row % extents[1]][i % extents[2]] = array.floats()[i];
    }
    return planes;
  }
}
