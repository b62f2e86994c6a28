package org.conv4j.verify.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.conv4j.api.DType;
import org.conv4j.verify.bench.Contestant;
import org.conv4j.verify.bench.Contestants;
import org.conv4j.verify.bench.Role;
import org.conv4j.verify.bench.WorkerLoop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bench-worker}: the process of one contestant, which {@code bench} starts. */
@Command(name = BenchWorkerCommand.NAME, hidden = true)
final class BenchWorkerCommand implements Callable<Integer> {
  static final String NAME = "bench-worker";

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
    new WorkerLoop(contestant()).serve(System.in, replies);
    return ExitCode.CONFORMANT;
  }

  private Contestant contestant() {
    return switch (role) {
      case SUBJECT ->
          Contestants.subject(new Subjects(classPath.value(), LIMIT).convolver(argument));
      case COMMONS_MATH -> Contestants.commonsMath();
      case PEAK ->
          Contestants.peak(DType.valueOf(argument), Runtime.getRuntime().availableProcessors());
    };
  }
}
