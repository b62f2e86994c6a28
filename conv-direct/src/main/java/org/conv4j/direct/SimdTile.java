package org.conv4j.direct;

/** A tile of vectors. */
final class SimdTile implements OutputTile {
  private final SimdDoubles loops = new SimdDoubles();
  private final double[] zeros = new double[width()];

  @Override
  public int width() {
    return 8 * loops.lanes();
  }

  @Override
  public Work work() {
    return Work.SMALL_VECTOR_TILE;
  }

  @Override
  public void sum(double[] x, int p, int[] offset, double[] h, double[] y, int q) {
    loops.columns(1, x, p, offset, h, h.length, zeros, 0, y, q);
  }
}
