package org.conv4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding convolvers. On the class path of these tests there is none. */
class ConvolversTest {
  private static final Convolver DIRECT =
      StubConvolver.named("direct")
          .claiming(Capabilities.basic().withAccuracy(Accuracy.COMPONENTWISE));
  private static final Convolver FFT = StubConvolver.named("fft");

  @Test
  void convolvers_are_in_the_order_of_their_names() {
    List<Convolver> sorted =
        Convolvers.FOUND.inOrder(List.of(FFT, StubConvolver.named("a"), DIRECT));
    assertThat(sorted).extracting(Convolver::name).containsExactly("a", "direct", "fft");
    assertThatThrownBy(() -> sorted.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void two_of_one_name_are_refused_with_their_classes() {
    Convolver other = Convolvers.ofFull1d("fft", (a, b) -> a);
    assertThatThrownBy(() -> Convolvers.FOUND.inOrder(List.of(FFT, DIRECT, other)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "two convolvers are named \"fft\": org.conv4j.api.StubConvolver and"
                + " org.conv4j.api.FullConvolver");
  }

  /** An implementation as a user would write it. */
  public static final class Provided implements Convolver {
    @Override
    public NdArray convolve(NdArray in1, NdArray in2, Mode mode) {
      return in1;
    }
  }

  @Test
  void what_is_registered_is_loaded(@TempDir Path directory) throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(services.resolve(Convolver.class.getName()), Provided.class.getName());
    URL[] path = {directory.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, Convolvers.class.getClassLoader())) {
      assertThat(Convolvers.FOUND.load(loader)).singleElement().isInstanceOf(Provided.class);
    }
  }

  @Test
  void a_convolver_is_found_by_its_name() {
    assertThat(Convolvers.FOUND.named("fft", List.of(DIRECT, FFT))).isSameAs(FFT);
  }

  @Test
  void an_unknown_name_is_refused_with_those_present() {
    assertThatThrownBy(() -> Convolvers.FOUND.named("FFT", List.of(DIRECT, FFT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no convolver named \"FFT\"; present: direct, fft");
    assertThatThrownBy(() -> Convolvers.FOUND.named(null, List.of(DIRECT)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("name");
  }

  @Test
  void without_an_implementation_the_message_tells_what_to_add() {
    String cure = "none (put conv-direct or conv-fft on the class path)";
    assertThat(Convolvers.available()).isEmpty();
    assertThatThrownBy(() -> Convolvers.named("fft"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no convolver named \"fft\"; present: " + cure);
    assertThatThrownBy(Convolvers::auto)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no convolver present: " + cure);
    assertThatThrownBy(() -> Convolvers.auto(Accuracy.EXACT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no convolver present: " + cure);
  }

  @Test
  void without_an_implementation_there_is_no_choice() {
    Shape shape = Shape.of(2);
    assertThatThrownBy(
            () -> Convolvers.choose(shape, shape, Mode.FULL, DType.FLOAT64, Accuracy.NORMWISE))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("no convolver can take the call: []");
  }

  @Test
  void auto_of_one_that_suffices_is_that_one() {
    assertThat(Convolvers.auto(Accuracy.NORMWISE, List.of(FFT))).isSameAs(FFT);
    assertThat(Convolvers.auto(Accuracy.NORMWISE, List.of(DIRECT))).isSameAs(DIRECT);
    assertThat(Convolvers.auto(Accuracy.COMPONENTWISE, List.of(DIRECT))).isSameAs(DIRECT);
  }

  @Test
  void auto_of_one_that_does_not_suffice_for_any_dtype_is_refused() {
    assertThatThrownBy(() -> Convolvers.auto(Accuracy.COMPONENTWISE, List.of(FFT)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("no convolver present satisfies COMPONENTWISE: ");
  }

  @Test
  void auto_of_several_chooses_between_them() {
    Convolver auto = Convolvers.auto(Accuracy.NORMWISE, List.of(DIRECT, FFT));
    assertThat(auto.name()).isEqualTo("auto");
    assertThat(auto).hasToString("auto[direct, fft]");
  }

  @Test
  void auto_without_an_accuracy_is_refused() {
    assertThatThrownBy(() -> Convolvers.auto(null, List.of(FFT)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("atLeast");
  }
}
