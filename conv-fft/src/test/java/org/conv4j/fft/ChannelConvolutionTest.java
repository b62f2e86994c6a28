package org.conv4j.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.conv4j.api.Geometry;
import org.conv4j.api.Mode;
import org.conv4j.api.contract.Operands;
import org.junit.jupiter.api.Test;

/** Whose spectra are made, and that each is given back. */
class ChannelConvolutionTest {
  /** Lends spectra, which are as long as what they are of, and counts what is convolved. */
  private static final class Lending implements TileEngine<double[]>, TileConvolution<double[]> {
    private final List<Spectrum<double[]>> lent = new ArrayList<>();
    private final List<Integer> signals = new ArrayList<>();
    private final List<Integer> kernels = new ArrayList<>();

    @Override
    public String name() {
      return "lending";
    }

    @Override
    public int unit(int axis, int rank, boolean complex) {
      return 1;
    }

    @Override
    public double lengthCost(int length) {
      return length;
    }

    @Override
    public void count(TilePlan plan, Channels channels, Costs costs) {
      throw new AssertionError("planned already");
    }

    @Override
    public double sumNanos(TilePlan plan, Channels channels) {
      throw new AssertionError("one channel only");
    }

    @Override
    public TileSteps<double[]> steps(TilePlan plan) {
      throw new AssertionError("one channel only");
    }

    @Override
    public TileConvolution<double[]> convolution(TilePlan plan, int threads) {
      return this;
    }

    @Override
    public Spectrum<double[]> spectrum(Channel<double[]> kernel) {
      Spectrum<double[]> spectrum = new Spectrum<>(kernel.re().clone(), new double[0]);
      lent.add(spectrum);
      return spectrum;
    }

    @Override
    public void release(Spectrum<double[]> spectrum) {
      assertThat(lent.remove(spectrum)).isTrue();
    }

    @Override
    public void convolve(
        List<Channel<double[]>> x, List<Spectrum<double[]>> h, List<Channel<double[]>> y) {
      x.forEach(channel -> signals.add(channel.re().length));
      for (Spectrum<double[]> spectrum : h) {
        assertThat(lent).contains(spectrum);
        kernels.add(spectrum.re().length);
      }
      assertThat(y).allMatch(channel -> channel.re().length == 12);
    }
  }

  private static ChannelConvolution<double[]> convolution(Lending engine, boolean swapped) {
    Geometry geometry = Operands.of("9 * 4").geometry(Mode.FULL);
    TilePlan plan =
        new TilePlan(Tiling.plan(geometry, swapped, false, "12").axes(), swapped, false);
    return new ChannelConvolution<>(new Planned<>(engine, plan, 1), DoublePrecision.INSTANCE, 1);
  }

  private static List<Channel<double[]>> channels(int count, int length) {
    return Collections.nCopies(count, Channel.real(new double[length]));
  }

  @Test
  void spectra_of_the_second_operand_are_made_once_and_given_back_when_it_is_released() {
    Lending engine = new Lending();
    ChannelConvolution<double[]> convolution = convolution(engine, false);
    ChannelConvolution.Second<double[]> second = convolution.second(channels(2, 4));
    for (int call = 1; call <= 2; call++) {
      assertThat(convolution.convolve(channels(3, 9), second, 4)).hasSize(4);
      assertThat(engine.lent).hasSize(2);
    }
    assertThat(engine.signals).containsExactly(9, 9, 9, 9, 9, 9);
    assertThat(engine.kernels).containsExactly(4, 4, 4, 4);
    convolution.release(second);
    assertThat(engine.lent).isEmpty();
  }

  @Test
  void with_the_roles_swapped_the_first_operand_has_spectra_for_the_call() {
    Lending engine = new Lending();
    ChannelConvolution<double[]> convolution = convolution(engine, true);
    ChannelConvolution.Second<double[]> second = convolution.second(channels(2, 4));
    assertThat(engine.lent).isEmpty();
    assertThat(convolution.convolve(channels(3, 9), second, 4)).hasSize(4);
    assertThat(engine.signals).containsExactly(4, 4);
    assertThat(engine.kernels).containsExactly(9, 9, 9);
    assertThat(engine.lent).isEmpty();
  }
}
