package org.conv4j.api;

/** The definition, for tests: each product of two elements is added to the output it belongs to. */
final class LiteralConvolver implements Convolver {
  @Override
  public Capabilities capabilities() {
    return Capabilities.basic().withDTypes(DType.FLOAT64, DType.COMPLEX128);
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Geometry geometry = capabilities().admit(in1, in2, mode);
    NdArray a = in1.cast(DType.COMPLEX128);
    NdArray b = in2.cast(DType.COMPLEX128);
    NdArray y = NdArray.zeros(DType.COMPLEX128, geometry.output());
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        int index = index(geometry, i, j);
        if (index >= 0) {
          addProduct(a, i, b, j, y, index);
        }
      }
    }
    return DType.promote(in1.dtype(), in2.dtype()).isComplex() ? y : y.real();
  }

  private static void addProduct(NdArray a, int i, NdArray b, int j, NdArray y, int index) {
    double re = a.real().doubles()[i];
    double im = a.imaginary().doubles()[i];
    double otherRe = b.real().doubles()[j];
    double otherIm = b.imaginary().doubles()[j];
    y.real().doubles()[index] += re * otherRe - im * otherIm;
    y.imaginary().doubles()[index] += re * otherIm + im * otherRe;
  }

  /** The output that the product of two elements belongs to, -1 if it is outside the window. */
  private static int index(Geometry geometry, int i, int j) {
    int index = 0;
    int stride = 1;
    for (int axis = geometry.output().rank() - 1; axis >= 0; axis--) {
      int n = geometry.in1().extent(axis);
      int k = geometry.in2().extent(axis);
      int position = i % n + j % k - geometry.offset()[axis];
      if (position < 0 || position >= geometry.output().extent(axis)) {
        return -1;
      }
      index += position * stride;
      stride *= geometry.output().extent(axis);
      i /= n;
      j /= k;
    }
    return index;
  }
}
