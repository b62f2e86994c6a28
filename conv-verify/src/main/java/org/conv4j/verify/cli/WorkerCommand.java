package org.conv4j.verify.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.conv4j.api.Convolver;
import org.conv4j.api.DType;
import org.conv4j.api.LayerConvolver;
import org.conv4j.verify.bench.Contestant;
import org.conv4j.verify.bench.WorkerLoop;
import org.conv4j.verify.cost.CalibrationBench;
import org.conv4j.verify.cost.ChoiceBench;
import org.conv4j.verify.measure.Role;
import org.conv4j.verify.measure.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code worker}: a process that {@code bench}, {@code choices} and {@code calibrate} start. */
@Command(name = WorkerCommand.NAME, hidden = true)
final class WorkerCommand implements Callable<Integer> {
  static final String NAME = "worker";

  /** How long making a subject may take. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Mixin private ClassPathOption classPath;

  @Parameters(index = "0")
  private Role role;

  @Parameters(index = "1", arity = "0..1", defaultValue = "")
  private String argument;

  @Override
  public Integer call() throws IOException {
    PrintStream replies = System.out;
    System.setOut(System.err); // what a subject prints must not get between the replies
    switch (role) {
      case SUBJECT -> measure(subject(), replies);
      case COMMONS_MATH -> measure(Contestant.commonsMath(), replies);
      case ONNX_RUNTIME -> measure(onnxRuntime(), replies);
      case PEAK -> measure(Contestant.peak(DType.valueOf(argument), threads()), replies);
      case CHOICES ->
          Service.serve(System.in, replies, ChoiceBench.Request.class, new ChoiceBench());
      case CALIBRATE ->
          Service.serve(System.in, replies, CalibrationBench.Request.class, new CalibrationBench());
    }
    return ExitCode.CONFORMANT;
  }

  private Contestant subject() {
    Object subject = new Subjects(classPath.value(), LIMIT).convolverOrLayers(argument);
    return subject instanceof LayerConvolver layers
        ? Contestant.subject(layers.withParallelism(threads()))
        : Contestant.subject((Convolver) subject);
  }

  private Contestant onnxRuntime() {
    try {
      return Contestant.onnxRuntime(Path.of(argument), threads());
    } catch (IllegalStateException e) {
      throw new WrongUsage("ONNX Runtime: " + e.getMessage(), e);
    }
  }

  /** As many as the flags of this Java give it processors. */
  private static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static void measure(Contestant contestant, PrintStream replies) throws IOException {
    new WorkerLoop(contestant).serve(System.in, replies);
  }
}
