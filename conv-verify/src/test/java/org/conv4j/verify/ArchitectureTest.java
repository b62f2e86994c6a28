package org.conv4j.verify;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.conv4j.api.internal.CostModel;
import org.conv4j.verify.jqwik.ConvolverProperties;
import org.conv4j.verify.jqwik.LayerProperties;
import org.conv4j.verify.junit.ConvolverConformance;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.layer.vector.LayerVectors;
import org.conv4j.verify.vector.GoldenVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports run the way the house is drawn, from a module to those it stands on. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ArchitectureTest::isProduction)
          .importPackages("org.conv4j");

  private static boolean isProduction(Location location) {
    return !location.contains("/test-classes/");
  }

  @Test
  void all_modules_are_looked_at() {
    Set<String> modules = new TreeSet<>();
    CLASSES.forEach(type -> modules.add(type.getPackageName().split("\\.", -1)[2]));
    assertThat(modules).containsExactly("api", "direct", "fft", "verify");
  }

  @Test
  void the_api_needs_the_jdk_alone() {
    onlyDependOn("org.conv4j.api..", "java..");
  }

  @Test
  void direct_needs_the_api_alone() {
    onlyDependOn("org.conv4j.direct..", "java..", "org.conv4j.api..", "jdk.incubator.vector..");
  }

  @Test
  void fft_needs_the_api_and_jtransforms() {
    onlyDependOn(
        "org.conv4j.fft..",
        "java..",
        "org.conv4j.api..",
        "org.jtransforms..",
        "jdk.incubator.vector..");
  }

  private static void onlyDependOn(String module, String... others) {
    String[] allowed = Stream.concat(Stream.of(module), Stream.of(others)).toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(module)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed))
        .check(CLASSES);
  }

  @Test
  void one_class_knows_jtransforms() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.conv4j.fft.JTransformsEngine")
        .and()
        .haveNameNotMatching("org\\.conv4j\\.fft\\.JTransformsEngine\\$.*")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jtransforms..", "org.visnow..", "pl.edu.icm..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({
    "net.jqwik.., org.conv4j.verify.search org.conv4j.verify.jqwik",
    "org.junit.., org.conv4j.verify.junit",
    "picocli.., org.conv4j.verify.cli",
    "me.tongfei.., org.conv4j.verify.cli",
    "org.jline.., org.conv4j.verify.cli",
    // Vectors have a strict reader of their own, and certificates say how a report is written.
    "com.fasterxml..,"
        + " org.conv4j.verify.vector.file org.conv4j.verify.certificate org.conv4j.verify.json",
    "com.samskivert.., org.conv4j.verify.html",
    "org.apache.commons.math3.., org.conv4j.verify.oracle org.conv4j.verify.layer.oracle org.conv4j.verify.cost",
  })
  void each_library_is_known_to_its_owners_alone(String library, String owners) {
    assertThat(CLASSES.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream()))
        .as("the rule is about something")
        .anyMatch(d -> resideInAnyPackage(library).test(d.getTargetClass()));
    noClasses()
        .that(resideOutsideOfPackages(owners.split(" ", -1)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .check(CLASSES);
  }

  /** Whoever imports the kit does not get them. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        ConvolverConformance.class,
        ConvolverProperties.class,
        LayerProperties.class,
        Laws.class,
        GoldenVectors.class,
        LayerVectors.class
      })
  void what_importers_load_does_not_need_the_libraries_of_the_command_line(Class<?> door) {
    Set<JavaClass> loaded = new HashSet<>();
    Deque<JavaClass> open = new ArrayDeque<>(List.of(CLASSES.get(door)));
    while (!open.isEmpty()) {
      JavaClass next = open.remove();
      if (loaded.add(next) && resideInAPackage("org.conv4j..").test(next)) {
        next.getDirectDependenciesFromSelf().forEach(d -> open.add(d.getTargetClass()));
      }
    }
    assertThat(loaded)
        .as("what is loaded")
        .hasSizeGreaterThan(30)
        .noneMatch(
            resideInAnyPackage("picocli..", "com.samskivert..", "me.tongfei..", "org.jline.."))
        .noneMatch(resideInAnyPackage("org.junit.platform.launcher.."));
  }

  @Test
  void no_cycle_runs_between_packages() {
    slices()
        .matching("org.conv4j.(**)")
        .should()
        .beFreeOfCycles()
        // What is internal to the api speaks in its values, and the api is built on it.
        .ignoreDependency(
            resideInAPackage("org.conv4j.api"), resideInAPackage("org.conv4j.api.internal"))
        .check(CLASSES);
  }

  @Test
  void what_is_internal_to_the_api_is_used_by_it_and_the_implementations_alone() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.conv4j.api..", "org.conv4j.direct..", "org.conv4j.fft..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.conv4j.api.internal..").and(not(type(CostModel.class))))
        .check(CLASSES);
  }

  @Test
  void models_of_costs_are_fitted_in_one_package() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.conv4j.api.internal..",
            "org.conv4j.direct..",
            "org.conv4j.fft..",
            "org.conv4j.verify.cost..")
        .should()
        .dependOnClassesThat(type(CostModel.class))
        .check(CLASSES);
  }
}
