package com.example;

import org.conv4j.api.Convolver;
import org.conv4j.verify.junit.ConvolverConformance;

class DirectSumTest implements ConvolverConformance {
  @Override
  public Convolver convolver() {
    return new DirectSum();
  }
}
