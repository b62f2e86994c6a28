package org.conv4j.direct;

import java.util.List;
import org.conv4j.api.Convolver;
import org.conv4j.api.contract.PreparedOutContract;

class PreparedOutTest extends PreparedOutContract {
  @Override
  protected List<Convolver> convolvers(long products) {
    return Kinds.of(products);
  }
}
