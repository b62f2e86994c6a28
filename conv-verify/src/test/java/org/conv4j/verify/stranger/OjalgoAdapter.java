package org.conv4j.verify.stranger;

import java.util.Objects;
import org.conv4j.api.Capabilities;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.ojalgo.function.polynomial.PolynomialC128;
import org.ojalgo.function.polynomial.PolynomialR064;
import org.ojalgo.scalar.ComplexNumber;

/**
 * The product of two polynomials of ojAlgo, real or complex: its coefficients are the full
 * convolution of theirs. Coefficients above the degree of the product are zeros.
 */
final class OjalgoAdapter implements Convolver {
  @Override
  public String name() {
    return "ojalgo";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.basic()
        .withDTypes(DType.FLOAT64, DType.COMPLEX128)
        .withMaxRank(1)
        .withModes(Mode.FULL);
  }

  @Override
  public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
    Adapters.refuseInexpressible(capabilities(), in1, in2, mode);
    Objects.requireNonNull(mode, "mode");
    boolean complex = isComplex(in1) || isComplex(in2);
    return complex ? complexProduct(in1, in2) : realProduct(in1, in2);
  }

  private static boolean isComplex(NdArray array) {
    return array != null && array.dtype().isComplex();
  }

  private static NdArray realProduct(NdArray in1, NdArray in2) {
    PolynomialR064 product =
        PolynomialR064.wrap(Adapters.doubles(in1))
            .multiply(PolynomialR064.wrap(Adapters.doubles(in2)));
    Shape shape = Adapters.full(in1, in2);
    double[] y = new double[shape.size()];
    for (int power = 0; power < product.size(); power++) {
      y[power] = product.doubleValue(power);
    }
    return NdArray.wrap(y, shape);
  }

  private static NdArray complexProduct(NdArray in1, NdArray in2) {
    PolynomialC128 product =
        PolynomialC128.wrap(numbers(in1)).multiply(PolynomialC128.wrap(numbers(in2)));
    Shape shape = Adapters.full(in1, in2);
    double[] re = new double[shape.size()];
    double[] im = new double[shape.size()];
    for (int power = 0; power < product.size(); power++) {
      ComplexNumber number = product.get(power);
      re[power] = number.getReal();
      im[power] = number.getImaginary();
    }
    return NdArray.wrapComplex(re, im, shape);
  }

  private static ComplexNumber[] numbers(NdArray array) {
    if (array == null) {
      return null;
    }
    NdArray complex = array.cast(DType.COMPLEX128);
    double[] re = complex.real().doubles();
    double[] im = complex.imaginary().doubles();
    ComplexNumber[] numbers = new ComplexNumber[re.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = ComplexNumber.of(re[i], im[i]);
    }
    return numbers;
  }
}
