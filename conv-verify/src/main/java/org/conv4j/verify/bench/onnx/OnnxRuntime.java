package org.conv4j.verify.bench.onnx;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.conv4j.api.LayerGeometry;
import org.conv4j.api.LayerOptions;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.bench.onnx.OnnxModel.Element;

/** ONNX Runtime on the processor, out of a jar of {@code com.microsoft.onnxruntime:onnxruntime}. */
public final class OnnxRuntime {
  private static final String PACKAGE = "ai.onnxruntime.";

  private final ClassLoader loader;
  private final int threads;
  private final Object environment;

  private OnnxRuntime(ClassLoader loader, int threads) {
    this.loader = loader;
    this.threads = threads;
    this.environment = call(method(type("OrtEnvironment"), "getEnvironment"), null);
  }

  /**
   * Loads the library, which stays loaded.
   *
   * @param jar the jar, with the native code in it
   * @param threads how many work on one call
   * @return the library
   * @throws IllegalStateException if it cannot be loaded
   */
  public static OnnxRuntime load(Path jar, int threads) {
    try {
      URL[] urls = {jar.toUri().toURL()};
      return new OnnxRuntime(
          new URLClassLoader("onnxruntime", urls, ClassLoader.getPlatformClassLoader()), threads);
    } catch (MalformedURLException e) {
      throw new IllegalStateException("not a usable path: " + jar, e);
    } catch (LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalStateException("does not load: " + cause, e);
    }
  }

  /**
   * The version.
   *
   * @return for example {@code 1.23.2}
   */
  public String version() {
    return (String) call(method(environment.getClass(), "getVersion"), environment);
  }

  /**
   * A layer without bias, whose weights, input and output are in place.
   *
   * @param input {@code FLOAT32}
   * @param weights {@code FLOAT32}
   * @param options stride, dilation, padding and groups
   * @return the layer; its session is never closed
   * @throws IllegalStateException if the library refuses it
   */
  public OnnxLayer layer(NdArray input, NdArray weights, LayerOptions options) {
    LayerGeometry geometry = LayerGeometry.of(input.shape(), weights.shape(), options);
    OnnxModel model =
        new OnnxModel("Conv", Element.FLOAT, input.shape())
            .constant("w", Element.FLOAT, weights)
            .layer(geometry);
    FloatBuffer output =
        ByteBuffer.allocateDirect(Math.multiplyExact(Float.BYTES, geometry.output().size()))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    Object x = tensor(Element.FLOAT.buffer(input).asFloatBuffer(), input.shape());
    Object y = tensor(output, geometry.output());
    Object session = session(model);
    Class<?> runOptions = type("OrtSession$RunOptions");
    Method run = method(session.getClass(), "run", Map.class, Set.class, Map.class, runOptions);
    Method close = method(type("OrtSession$Result"), "close");
    Object[] arguments = {Map.of("x", x), Set.of(), Map.of("y", y), null};
    return new OnnxLayer(
        () -> call(close, call(run, session, arguments)), output, geometry.output());
  }

  private Object tensor(FloatBuffer buffer, Shape shape) {
    long[] extents = Arrays.stream(shape.toArray()).asLongStream().toArray();
    Class<?> tensor = type("OnnxTensor");
    Method create =
        method(tensor, "createTensor", environment.getClass(), FloatBuffer.class, long[].class);
    return call(create, null, environment, buffer, extents);
  }

  private Object session(OnnxModel model) {
    Class<?> type = type("OrtSession$SessionOptions");
    Object options;
    try {
      options = type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    call(method(type, "setIntraOpNumThreads", int.class), options, threads);
    Method create = method(environment.getClass(), "createSession", byte[].class, type);
    return call(create, environment, model.bytes(), options);
  }

  private Class<?> type(String name) {
    try {
      return Class.forName(PACKAGE + name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("there is no class " + PACKAGE + name + " in the jar", e);
    }
  }

  private static Method method(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("the jar is of another version: " + e.getMessage(), e);
    }
  }

  private static Object call(Method method, Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof LinkageError error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
