package org.conv4j.api.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * The incubating module that has the vector instructions, which a program gets only if it asks for
 * it. Decided once, for all implementations, and said once in the log.
 */
public final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";
  private static final Optional<Module> FOUND = find();

  private VectorModule() {}

  /**
   * The module, if vectors are worth using here.
   *
   * @return empty if it is not in the module graph, or not compiled to vector instructions
   */
  public static Optional<Module> get() {
    return FOUND;
  }

  private static Optional<Module> find() {
    Optional<Module> module = ModuleLayer.boot().findModule(NAME);
    Logger log = System.getLogger("org.conv4j");
    if (module.isEmpty()) {
      log.log(
          Level.INFO,
          "conv4j runs its portable loops: the module {0} is missing; start Java with"
              + " --add-modules {0} for the vector kernels, which are several times as fast",
          NAME);
    } else if (!optimises(System.getProperty("java.vm.info", ""))) {
      log.log(
          Level.INFO,
          "conv4j runs its portable loops: this Java machine runs without its optimising compiler"
              + " ({0}), which the vector kernels need",
          System.getProperty("java.vm.info"));
      return Optional.empty();
    }
    return module;
  }

  /** Without that compiler every vector is an object, and hundreds of times slower. */
  static boolean optimises(String info) {
    return !info.contains("interpreted mode") && !info.contains("emulated-client");
  }
}
