package org.conv4j.api.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * The incubating module with the vector instructions, which a program gets only if it asks for it.
 * Whether to use it is decided once for all implementations, and logged once.
 */
public final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";
  private static final Logger LOG = System.getLogger("org.conv4j");

  /** Nanoseconds: more than any instruction takes, and less than arithmetic in big decimals. */
  private static final double SLOW = 500;

  private static final Optional<Module> FOUND = find();

  private VectorModule() {}

  /**
   * The module, if vectors are worth using here.
   *
   * @return empty if it is not in the module graph, or would not be compiled to vector instructions
   */
  public static Optional<Module> get() {
    return FOUND;
  }

  private static Optional<Module> find() {
    Optional<Module> module = ModuleLayer.boot().findModule(NAME);
    String vm = System.getProperty("java.vm.info", "");
    String reason = reason(module.isPresent(), vm, nanosPerFusedMultiplyAdd());
    if (!reason.isEmpty()) {
      LOG.log(Level.INFO, "conv4j uses its portable loops: " + reason);
      return Optional.empty();
    }
    return module;
  }

  /** Why vectors are not used; empty if they are. */
  static String reason(boolean present, String vm, double nanosPerFusedMultiplyAdd) {
    if (!present) {
      return "the module "
          + NAME
          + " is missing; start Java with --add-modules "
          + NAME
          + " for the vector kernels, which are several times as fast";
    }
    // Without that compiler every vector is an object, and its code hundreds of times slower.
    if (vm.contains("interpreted mode") || vm.contains("emulated-client")) {
      return "this Java runs without its optimising compiler (" + vm + "), which vectors need";
    }
    return nanosPerFusedMultiplyAdd > SLOW
        ? "this processor has no fused multiply-add, which vectors need"
        : "";
  }

  /**
   * A few nanoseconds if the processor has an instruction for it, even before anything is compiled.
   * Otherwise Java computes with big decimals, which takes microseconds.
   */
  private static double nanosPerFusedMultiplyAdd() {
    double sum = 0;
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 8; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < 16; i++) {
        sum = Math.fma(sum, 0.1, i);
      }
      least = Math.min(least, System.nanoTime() - start);
    }
    return Double.isNaN(sum) ? SLOW : least / 16.0;
  }

  /**
   * Makes something that needs a class on vectors, which cannot be named where they are absent.
   *
   * @param <T> the type of it
   */
  @FunctionalInterface
  public interface Maker<T> {
    /**
     * Finds that class by its name and makes the thing.
     *
     * @return the thing
     * @throws ReflectiveOperationException if this version of the module is not one for that class
     */
    T make() throws ReflectiveOperationException;
  }

  /**
   * What an implementation has for vectors.
   *
   * @param <T> the type of it
   * @param maker makes it
   * @return what was made; empty, and a warning in the log, if it could not be
   */
  public static <T> Optional<T> load(Maker<T> maker) {
    try {
      return Optional.of(maker.make());
    } catch (ReflectiveOperationException | LinkageError e) {
      LOG.log(Level.WARNING, "conv4j uses its portable loops: its vectors do not run here", e);
      return Optional.empty();
    }
  }
}
