package org.conv4j.verify.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.conv4j.api.NdArray;
import org.conv4j.api.Shape;
import org.conv4j.verify.bench.BenchCase.Door;
import org.conv4j.verify.bench.onnx.OnnxLayer;
import org.conv4j.verify.measure.MemoryMeter;
import org.conv4j.verify.measure.Service;
import org.conv4j.verify.measure.Stopwatch;

/** A worker of the JVM: carries out requests, one line each, until there are no more. */
public final class WorkerLoop {
  private final Contestant contestant;
  private Supplier<Object> call;
  private Stopwatch stopwatch;
  private MemoryMeter meter;

  /**
   * A worker.
   *
   * @param contestant what it measures
   */
  public WorkerLoop(Contestant contestant) {
    this.contestant = contestant;
  }

  /**
   * Serves until the end of the input.
   *
   * @param in requests
   * @param out replies
   * @throws IOException if the requests cannot be read
   */
  public void serve(InputStream in, PrintStream out) throws IOException {
    Service.serve(in, out, Request.class, this::answer);
  }

  private Reply answer(Request request) throws IOException {
    return switch (request.command()) {
      case Request.FACTS -> Reply.facts(facts());
      case Request.LOAD -> {
        NdArray in1 = request.in1() == null ? null : request.in1().read();
        NdArray in2 = request.in2() == null ? null : request.in2().read();
        meter = new MemoryMeter();
        call =
            request.layer() == null
                ? contestant.prepare(in1, in2, Door.valueOf(request.door()))
                : contestant.prepareLayer(in1, in2, request.layer().options());
        stopwatch = new Stopwatch(call);
        yield Reply.done();
      }
      case Request.COMPUTE -> {
        long start = System.nanoTime();
        Object result = call.get();
        double seconds = (System.nanoTime() - start) * 1e-9;
        yield Reply.result(seconds, ArrayFile.write(array(result), Path.of(request.output())));
      }
      case Request.WARM -> Reply.seconds(stopwatch.warmUp(request.seconds(), request.calls()));
      case Request.MEASURE -> Reply.seconds(stopwatch.measure(request.seconds(), request.calls()));
      case Request.MEMORY -> {
        stopwatch = new Stopwatch(call); // the one before holds the last result
        yield Reply.memory(meter.measure(call).orElse(null));
      }
      default -> Reply.error("there is no command " + request.command());
    };
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>(contestant.facts());
    facts.put("java", System.getProperty("java.version"));
    facts.put("vm", System.getProperty("java.vm.name"));
    return facts;
  }

  private static NdArray array(Object result) {
    if (result == null) {
      throw new IllegalStateException("returned null");
    }
    if (result instanceof OnnxLayer layer) {
      return layer.result();
    }
    return result instanceof double[] doubles
        ? NdArray.wrap(doubles, Shape.of(doubles.length))
        : (NdArray) result;
  }
}
