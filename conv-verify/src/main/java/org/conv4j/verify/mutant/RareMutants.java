package org.conv4j.verify.mutant;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.conv4j.api.Convolver;
import org.conv4j.api.Mode;
import org.conv4j.api.NdArray;

/** Right nearly always. */
final class RareMutants {
  private RareMutants() {}

  static List<Mutant> all() {
    return List.of(
        made(
            "rare.first-call",
            "The first call is wrong",
            () -> new Counting(call -> call == 0),
            "exact"),
        made(
            "rare.fiftieth-call",
            "Every fiftieth call is wrong",
            () -> new Counting(call -> call % 50 == 49),
            "exact"),
        made(
            "rare.hundredth-call",
            "Every hundredth call is wrong",
            () -> new Counting(call -> call % 100 == 99),
            "sizes"),
        made(
            "rare.last-bit",
            "The last bit depends on how often it was called",
            Flickering::new,
            "repeatable"),
        mutant(
            "rare.hundredth-operands",
            "One pair of operands in a hundred is wrong, always the same",
            Elements.spoiled(
                (in1, in2, y) -> {
                  int hash = Arrays.hashCode(in1.doubles()) ^ Arrays.hashCode(in2.doubles());
                  if (Math.floorMod(hash, 100) == 0) {
                    Elements.wrongAt(0, in1, in2, y);
                  }
                }),
            "sizes"),
        mutant("rare.hundredth-element", "Every hundredth element is wrong", every(100), "exact"),
        mutant(
            "rare.thousandth-element", "Every thousandth element is wrong", every(1000), "sizes"),
        mutant(
            "rare.thousandth-element.random",
            "One element in a thousand is wrong, anywhere",
            Elements.spoiled(
                (in1, in2, y) -> {
                  for (int i = 0; i < y.length; i++) {
                    int hash = (Double.hashCode(y[i]) * 0x9e3779b9) >>> 8;
                    if (hash % 1000 == 0) {
                      Elements.wrongAt(i, in1, in2, y);
                    }
                  }
                }),
            "exact"));
  }

  private static Mutant mutant(String id, String mistake, Convolver wrong, String... caughtBy) {
    return Mutant.of(Flaw.RARE, id, mistake, wrong, caughtBy);
  }

  private static Mutant made(
      String id, String mistake, Supplier<Convolver> maker, String... caughtBy) {
    return Mutant.made(Flaw.RARE, id, mistake, maker, caughtBy);
  }

  private static Convolver every(int elements) {
    return Elements.spoiled(
        (in1, in2, y) -> {
          for (int i = elements - 1; i < y.length; i += elements) {
            Elements.wrongAt(i, in1, in2, y);
          }
        });
  }

  private static final class Counting extends Right.Bent {
    private final AtomicInteger calls = new AtomicInteger();
    private final IntPredicate wrong;

    Counting(IntPredicate wrong) {
      this.wrong = wrong;
    }

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray y = super.convolve(in1, in2, mode);
      if (wrong.test(calls.getAndIncrement())) {
        Elements.wrongAt(0, in1, in2, y.doubles());
        y.doubles()[0]++; // also where operands are zero
      }
      return y;
    }
  }

  private static final class Flickering extends Right.Bent {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      NdArray y = super.convolve(in1, in2, mode);
      return calls.getAndIncrement() % 4 == 0 ? Elements.map(y, Math::nextUp) : y;
    }
  }
}
