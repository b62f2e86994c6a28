package org.conv4j.verify.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.assertj.core.groups.Tuple;
import org.conv4j.api.Convolver;
import org.conv4j.api.LayerConvolver;
import org.conv4j.direct.DirectConvolver;
import org.conv4j.direct.layer.DirectLayerConvolver;
import org.conv4j.fft.FftConvolver;
import org.conv4j.verify.jqwik.Launched.Ended;
import org.conv4j.verify.jqwik.Launched.Ending;
import org.conv4j.verify.law.Law;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.layer.law.LayerLaws;
import org.junit.jupiter.api.Test;

/** Each law is a property, of convolvers as of layers, and holds for what is right. */
class LawPropertiesTest {
  private static final int FEW = 3;

  @AddLifecycleHook(FixedSeed.class)
  static final class Direct extends ConvolverProperties {
    @Override
    public Convolver convolver() {
      return new DirectConvolver();
    }
  }

  @AddLifecycleHook(FixedSeed.class)
  static final class Fft extends ConvolverProperties {
    @Override
    public Convolver convolver() {
      return new FftConvolver();
    }
  }

  @AddLifecycleHook(FixedSeed.class)
  static final class DirectLayers extends LayerProperties {
    @Override
    public LayerConvolver layers() {
      return new DirectLayerConvolver();
    }
  }

  private static String nameFor(Law<?, ?> law) {
    return law.id().replace('.', '_').replace('-', '_');
  }

  private static Stream<Method> properties(Class<?> list) {
    return Arrays.stream(list.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(LawProperty.class));
  }

  @Test
  void each_law_has_one_property_that_is_named_after_it() {
    hasOneFor(Laws.all(), ConvolverLawProperties.class);
  }

  @Test
  void each_law_of_layers_has_one_property_that_is_named_after_it() {
    hasOneFor(LayerLaws.all(), LayerLawProperties.class);
  }

  private static void hasOneFor(List<? extends Law<?, ?>> laws, Class<?> list) {
    assertThat(
            properties(list)
                .map(p -> tuple(p.getAnnotation(LawProperty.class).value(), p.getName())))
        .containsExactlyInAnyOrderElementsOf(
            laws.stream().map(law -> tuple(law.id(), nameFor(law))).toList());
  }

  /** An override would lack the annotation, and its law would be gone. */
  @Test
  void no_property_can_be_overridden() {
    assertThat(
            Stream.of(ConvolverLawProperties.class, LayerLawProperties.class)
                .flatMap(LawPropertiesTest::properties))
        .isNotEmpty()
        .allMatch(p -> Modifier.isFinal(p.getModifiers()));
  }

  /** What it sets would win over what a user sets for all properties. */
  @Test
  void properties_of_laws_set_nothing_of_their_own() throws ReflectiveOperationException {
    Property set = LawProperty.class.getAnnotation(Property.class);
    for (Method attribute : Property.class.getDeclaredMethods()) {
      assertThat(attribute.invoke(set))
          .as(attribute.getName())
          .isEqualTo(attribute.getDefaultValue());
    }
  }

  // ---- What is right --------------------------------------------------------------------------

  /** Nothing is left that it could refuse. */
  @Test
  void direct_keeps_every_law() {
    keepsEveryLaw(Direct.class, Laws.all(), skipped("refuse_unclaimed", "everything is claimed"));
  }

  @Test
  void fft_keeps_every_law() {
    keepsEveryLaw(Fft.class, Laws.all(), skipped("refuse_unclaimed", "everything is claimed"));
  }

  @Test
  void direct_layers_keep_every_law() {
    keepsEveryLaw(
        DirectLayers.class,
        LayerLaws.all(),
        skipped("layer_nonfinite_local", "not claimed: non-finite LOCAL"),
        skipped("layer_refuse_unclaimed", "everything is claimed"));
  }

  private static Tuple skipped(String property, String reason) {
    return tuple(property, Ending.SKIPPED, reason);
  }

  private static void keepsEveryLaw(
      Class<?> right, List<? extends Law<?, ?>> laws, Tuple... skipped) {
    List<Ended> all = Launched.run(right, Map.of("jqwik.tries.default", String.valueOf(FEW)));
    assertThat(all)
        .extracting(Ended::property)
        .containsExactlyInAnyOrderElementsOf(
            laws.stream().map(LawPropertiesTest::nameFor).toList());
    assertThat(all)
        .filteredOn(e -> e.status() != Ending.SUCCESSFUL)
        .extracting(Ended::property, Ended::status, Ended::message)
        .containsExactlyInAnyOrder(skipped);
    assertThat(all)
        .filteredOn(e -> e.status() == Ending.SUCCESSFUL)
        .allMatch(e -> e.report().contains("checks = " + FEW + " "), "as many tries as asked for")
        .allMatch(e -> e.report().contains("seed = 1 "), "the seed that was asked for");
  }
}
