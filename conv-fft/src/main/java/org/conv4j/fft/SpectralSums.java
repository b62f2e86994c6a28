package org.conv4j.fft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.conv4j.api.internal.Parallel;

/**
 * Sums over channels, of which each is transformed once for each part, and so is each kernel;
 * products are added up in the spectrum, and each output is transformed back once. No bit of a
 * result depends on how the work is cut or on the number of threads.
 *
 * <p>Channels may be polynomials in one more variable, of which the coefficients are called digits:
 * coefficient {@code s} of an output is the sum of products of digits {@code i} of the input and
 * {@code s - i} of the kernel.
 *
 * @param <A> the type of arrays, {@code double[]} or {@code float[]}
 */
final class SpectralSums<A> {
  /** Places of spectra that are added up while they are in the first-level cache. */
  private static final int AT_ONCE = 512;

  /**
   * Numbers in the spectra of inputs that are kept at once, so that kernels are read less often.
   */
  private static final int KEPT = 1 << 17;

  /** Work on fewer numbers stays on one thread. */
  private static final int PARALLEL_FROM = 1 << 15;

  private final ChannelSums.Sizes sizes;
  private final int inputSize;
  private final int kernelSize;
  private final int outputSize;
  private final int threads;
  private final TileSteps<A> steps;
  private final SumBuffers<A> buffers;

  SpectralSums(ChannelSums.Sizes sizes, Planned<A> planned, int threads) {
    this.sizes = sizes;
    this.inputSize = sizes.inputSize();
    this.kernelSize = sizes.kernelSize();
    this.outputSize = sizes.outputSize();
    this.buffers = planned.sums();
    this.steps = buffers.steps();
    double numbers = (double) steps.size() * steps.parts() * sizes.items() * sizes.groups();
    this.threads =
        numbers * Math.max(sizes.inputs(), sizes.outputs()) < PARALLEL_FROM ? 1 : threads;
  }

  /** How many parts are worked on at once, of which the inputs have some numbers each. */
  static int kept(double numbers) {
    return (int) Math.max(1, KEPT / numbers);
  }

  ChannelSums.Sizes sizes() {
    return sizes;
  }

  /** A channel of a given size, by its number. */
  private static <A> Channel<A> channel(List<A> parts, int number, int size) {
    Optional<A> im = parts.size() > 1 ? Optional.of(parts.get(1)) : Optional.empty();
    return new Channel<>(parts.get(0), im, number * size);
  }

  /**
   * Prepares kernels.
   *
   * @param digits of all kernels, each a list of one real part, or of a real and an imaginary one
   */
  Kernels prepare(List<List<A>> digits) {
    int outputs = sizes.groups() * sizes.outputs();
    int count = outputs * sizes.inputs();
    List<List<Spectrum<A>>> spectra = new ArrayList<>();
    for (List<A> parts : digits) {
      List<Spectrum<A>> own = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        own.add(buffers.kernels().take());
      }
      eachOn(
          threads,
          count,
          (hand, i) -> hand.worker().kernel(channel(parts, i, kernelSize), own.get(i)));
      spectra.add(own);
    }
    return new Kernels(spectra);
  }

  private interface Task<A> {
    void run(SumBuffers.Hand<A> hand, int number);
  }

  private void eachOn(int most, int count, Task<A> task) {
    try (Pool<SumBuffers.Hand<A>>.Loan loan = buffers.hands().loan()) {
      Parallel.run(
          most,
          count,
          () -> {
            SumBuffers.Hand<A> hand = loan.take();
            return (IntConsumer) number -> task.run(hand, number);
          });
    }
  }

  /** Kernels that are ready for many signals. */
  final class Kernels {
    /** By digit, then by output and input. */
    private final List<List<Spectrum<A>>> spectra;

    private Kernels(List<List<Spectrum<A>>> spectra) {
      this.spectra = spectra;
    }

    /** Takes back the memory of kernels that are not used any more. */
    void release() {
      spectra.forEach(digit -> digit.forEach(buffers.kernels()::give));
    }

    /**
     * Computes all outputs.
     *
     * @param x digits of the inputs
     * @param y gets the digits of the outputs, from digit 0 on, of which there may be fewer than
     *     there are sums
     */
    void apply(List<List<A>> x, List<List<A>> y) {
      if (sizes.inputs() * sizes.outputs() * x.size() * spectra.size() == 1) {
        applyEach(x.get(0), y.get(0));
        return;
      }
      int jobs = Math.multiplyExact(sizes.items(), steps.parts());
      int kept = Math.min(jobs, kept((double) steps.size() * sizes.inputs() * x.size()));
      int blocks = (jobs + kept - 1) / kept;
      int tasks = Math.multiplyExact(blocks, sizes.groups());
      boolean apart = tasks >= 2 * threads;
      try (Pool<Spectrum<A>>.Loan loan = buffers.rooms().loan()) {
        Parallel.run(
            apart ? threads : 1,
            tasks,
            () -> {
              Block block = new Block(x, y, kept, apart ? 1 : threads, loan);
              return (IntConsumer)
                  task -> {
                    int first = task / sizes.groups() * kept;
                    block.compute(task % sizes.groups(), first, Math.min(kept, jobs - first));
                  };
            });
      }
    }

    /** One input and one output in a group: nothing is added up. */
    private void applyEach(List<A> x, List<A> y) {
      int jobs = Math.multiplyExact(sizes.items(), steps.parts());
      eachOn(
          threads,
          Math.multiplyExact(sizes.groups(), jobs),
          (hand, task) -> {
            // Items of a channel come one after the other, as they have a kernel in common.
            int job = task % jobs;
            int group = task / jobs;
            int channel = job / steps.parts() * sizes.groups() + group;
            hand.worker()
                .convolve(
                    channel(x, channel, inputSize),
                    job % steps.parts(),
                    spectra.get(0).get(group),
                    channel(y, channel, outputSize));
          });
    }

    /** Some parts of some items, of one group of channels. */
    private final class Block {
      private final List<List<A>> x;
      private final List<List<A>> y;
      private final int threads;

      /** By job, then by digit and input. */
      private final List<List<Spectrum<A>>> signals = new ArrayList<>();

      Block(List<List<A>> x, List<List<A>> y, int kept, int threads, Pool<Spectrum<A>>.Loan loan) {
        this.x = x;
        this.y = y;
        this.threads = threads;
        for (int job = 0; job < kept; job++) {
          List<Spectrum<A>> own = new ArrayList<>();
          for (int i = 0; i < x.size() * sizes.inputs(); i++) {
            own.add(loan.take());
          }
          signals.add(own);
        }
      }

      void compute(int group, int first, int count) {
        int spectra = x.size() * sizes.inputs();
        eachOn(
            threads,
            count * spectra,
            (hand, i) -> forward(hand, group, first + i / spectra, i % spectra, i / spectra));
        eachOn(
            threads,
            sizes.outputs(),
            (hand, output) -> {
              for (int digit = 0; digit < y.size(); digit++) {
                output(hand, group, output, digit, first, count);
              }
            });
      }

      private void forward(SumBuffers.Hand<A> hand, int group, int job, int number, int place) {
        int item = job / steps.parts();
        int channel = (item * sizes.groups() + group) * sizes.inputs() + number % sizes.inputs();
        hand.worker()
            .forward(
                channel(x.get(number / sizes.inputs()), channel, inputSize),
                job % steps.parts(),
                signals.get(place).get(number));
      }

      private void output(
          SumBuffers.Hand<A> hand, int group, int output, int digit, int first, int count) {
        int channel = group * sizes.outputs() + output;
        int firstDigit = Math.max(0, digit - spectra.size() + 1);
        int endDigit = Math.min(x.size(), digit + 1);
        List<Spectrum<A>> kernels = new ArrayList<>();
        for (int i = firstDigit; i < endDigit; i++) {
          int at = channel * sizes.inputs();
          kernels.addAll(spectra.get(digit - i).subList(at, at + sizes.inputs()));
        }
        List<List<Spectrum<A>>> factors = new ArrayList<>();
        for (int job = 0; job < count; job++) {
          factors.add(
              new ArrayList<>(
                  signals
                      .get(job)
                      .subList(firstDigit * sizes.inputs(), endDigit * sizes.inputs())));
        }
        List<Spectrum<A>> sums = hand.sums(count);
        for (int from = 0; from < steps.places(); from += AT_ONCE) {
          int to = Math.min(steps.places(), from + AT_ONCE);
          for (int job = 0; job < count; job++) {
            steps.sum(factors.get(job), kernels, sums.get(job), from, to);
          }
        }
        int channels = sizes.groups() * sizes.outputs();
        for (int job = 0; job < count; job++) {
          int at = (first + job) / steps.parts() * channels + channel;
          hand.worker()
              .inverse(
                  sums.get(job),
                  (first + job) % steps.parts(),
                  channel(y.get(digit), at, outputSize));
        }
      }
    }
  }
}
