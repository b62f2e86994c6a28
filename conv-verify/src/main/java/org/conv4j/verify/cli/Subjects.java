package org.conv4j.verify.cli;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.conv4j.api.Convolver;
import org.conv4j.api.Convolvers;
import org.conv4j.api.LayerConvolver;
import org.conv4j.api.LayerConvolvers;
import org.conv4j.verify.run.Exits;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.run.Settings;
import org.conv4j.verify.subject.SubjectKind;

/** Finds subjects by the name of a convolver or of a class, and creates them. */
final class Subjects {
  private static final long POLL_MILLIS = 250;

  /**
   * What subjects of a kind are.
   *
   * @param type what they have in common
   * @param interfaces those of which they implement one
   * @param noun what people call them
   * @param auto the one that chooses between those present
   * @param present those on the class path
   * @param name tells the name of one
   */
  private record Kind<T>(
      Class<T> type,
      List<Class<?>> interfaces,
      String noun,
      Supplier<T> auto,
      Supplier<List<T>> present,
      Function<T, String> name) {}

  private static final Kind<Convolver> CONVOLVERS =
      new Kind<>(
          Convolver.class,
          List.of(Convolver.class),
          "convolver",
          Convolvers::auto,
          Convolvers::available,
          Convolver::name);

  private static final Kind<LayerConvolver> LAYERS =
      new Kind<>(
          LayerConvolver.class,
          List.of(LayerConvolver.class),
          "layer convolver",
          LayerConvolvers::auto,
          LayerConvolvers::available,
          LayerConvolver::name);

  private static final Kind<Object> EITHER =
      new Kind<>(
          Object.class,
          List.of(Convolver.class, LayerConvolver.class),
          "convolver",
          Convolvers::auto,
          Subjects::either,
          subject ->
              subject instanceof Convolver convolver
                  ? convolver.name()
                  : ((LayerConvolver) subject).name());

  private final ClassLoader loader;
  private final String classPath;
  private final Duration limit;

  /**
   * @param classPath where to look for classes besides the kit; may be empty
   * @param limit how long making a subject may take
   */
  Subjects(String classPath, Duration limit) {
    this.classPath = classPath;
    this.limit = limit;
    ClassLoader own = Subjects.class.getClassLoader();
    this.loader = classPath.isEmpty() ? own : new URLClassLoader("subject", urls(classPath), own);
  }

  private static URL[] urls(String classPath) {
    List<URL> urls = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (entry.endsWith("*")) {
        urls.addAll(jars(Path.of(entry.substring(0, entry.length() - 1))));
      } else if (!entry.isEmpty()) {
        urls.add(url(Path.of(entry)));
      }
    }
    return urls.toArray(URL[]::new);
  }

  /** The jars of a directory, like {@code java -cp 'directory/*'}. */
  private static List<URL> jars(Path directory) {
    List<URL> urls = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(directory, "*.{jar,JAR}")) {
      jars.forEach(jar -> urls.add(url(jar)));
    } catch (IOException e) {
      throw new WrongUsage("class path: there is no directory " + directory, e);
    }
    return urls;
  }

  private static URL url(Path path) {
    if (!Files.exists(path)) {
      throw new WrongUsage("class path: there is no " + path);
    }
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new WrongUsage("class path: not a usable path: " + path, e);
    }
  }

  /**
   * A subject.
   *
   * @param kind its kind
   * @param name the name of one that is present, or of a class
   * @param settings how it is to be validated
   * @return a runner for the subject, which has told its name and claims
   * @throws WrongUsage if there is no such subject, or creating it fails or does not end
   */
  Runner subject(SubjectKind kind, String name, Settings settings) {
    return switch (kind) {
      case CONVOLVER -> made(name, () -> new Runner(new Maker<>(CONVOLVERS).make(name), settings));
      case LAYER -> made(name, () -> Runner.ofLayers(new Maker<>(LAYERS).make(name), settings));
    };
  }

  /**
   * A convolver as it is.
   *
   * @param name the name of a convolver that is present, or of a class
   * @return the convolver
   * @throws WrongUsage if there is no such subject, or creating it fails or does not end
   */
  Convolver convolver(String name) {
    return made(name, () -> new Maker<>(CONVOLVERS).make(name));
  }

  /**
   * A subject that may compute layers.
   *
   * @param name the name of a convolver or of an implementation of layers that is present, or of a
   *     class
   * @return a {@link Convolver} or a {@link LayerConvolver}
   * @throws WrongUsage if there is no such subject, or creating it fails or does not end
   */
  Object convolverOrLayers(String name) {
    return made(name, () -> new Maker<>(EITHER).make(name));
  }

  private static List<Object> either() {
    List<Object> present = new ArrayList<>(Convolvers.available());
    present.addAll(LayerConvolvers.available());
    present.add(LayerConvolvers.auto());
    return present;
  }

  /** Creates a subject and asks for its claims, on a thread that may hang. */
  private <T> T made(String name, Supplier<T> look) {
    CompletableFuture<T> made = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                made.complete(look.get());
              } catch (Throwable e) { // also errors of linking and of static initialisation
                made.completeExceptionally(e);
              }
            },
            "conv4j-subject");
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    thread.start();
    try {
      return await(name, thread, made);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WrongUsage unusable) {
        throw unusable;
      }
      throw new WrongUsage(name + " cannot be used: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WrongUsage("interrupted while making " + name, e);
    }
  }

  private <T> T await(String name, Thread thread, Future<T> made)
      throws ExecutionException, InterruptedException {
    long start = System.nanoTime();
    while (true) {
      try {
        return made.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        String what = name + ": its constructor or capabilities() ";
        Optional<String> exit = Exits.by(thread);
        if (exit.isPresent()) {
          throw new WrongUsage(what + "called System.exit at " + exit.get(), e);
        }
        if (System.nanoTime() - start > limit.toNanos()) {
          thread.interrupt();
          throw new WrongUsage(what + "did not return within " + limit.toSeconds() + " s", e);
        }
      }
    }
  }

  /** Finds or constructs subjects of one kind. */
  private final class Maker<T> {
    private final Kind<T> kind;

    Maker(Kind<T> kind) {
      this.kind = kind;
    }

    T make(String name) {
      if (name.equals("auto")) {
        return kind.auto.get();
      }
      return kind.present.get().stream()
          .filter(subject -> kind.name.apply(subject).equals(name))
          .findFirst()
          .orElseGet(() -> construct(load(name)));
    }

    private Class<? extends T> load(String name) {
      Class<?> found;
      try {
        found = Class.forName(name, true, loader);
      } catch (ClassNotFoundException e) {
        throw new WrongUsage(
            "there is no "
                + kind.noun
                + " and no class named "
                + name
                + "; "
                + kind.noun
                + "s present: "
                + String.join(", ", kind.present.get().stream().map(kind.name).toList())
                + ", auto; classes are looked for in "
                + (classPath.isEmpty()
                    ? "the kit alone, since --classpath is not given"
                    : classPath),
            e);
      } catch (UnsupportedClassVersionError e) {
        throw new WrongUsage(
            name + " was compiled for a newer Java than this one, " + Runtime.version(), e);
      } catch (ExceptionInInitializerError e) {
        throw new WrongUsage("the static initialiser of " + name + " threw " + e.getCause(), e);
      } catch (LinkageError e) {
        throw new WrongUsage(name + " cannot be linked: " + e, e);
      }
      if (kind.interfaces.stream().noneMatch(one -> one.isAssignableFrom(found))) {
        List<String> names = kind.interfaces.stream().map(Class::getName).toList();
        throw new WrongUsage(name + " does not implement " + String.join(" or ", names));
      }
      if (found.isInterface() || Modifier.isAbstract(found.getModifiers())) {
        throw new WrongUsage(name + " is abstract; a subject must be a class that can be made");
      }
      return found.asSubclass(kind.type);
    }

    private T construct(Class<? extends T> found) {
      try {
        Constructor<? extends T> constructor = found.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
      } catch (NoSuchMethodException e) {
        throw new WrongUsage(found.getName() + " has no constructor without parameters", e);
      } catch (InvocationTargetException e) {
        throw new WrongUsage("the constructor of " + found.getName() + " threw " + e.getCause(), e);
      } catch (ReflectiveOperationException | RuntimeException e) {
        throw new WrongUsage(found.getName() + " cannot be made: " + e, e);
      }
    }
  }
}
