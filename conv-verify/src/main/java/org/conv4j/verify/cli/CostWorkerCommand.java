package org.conv4j.verify.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.conv4j.verify.bench.Service;
import org.conv4j.verify.cost.CalibrationBench;
import org.conv4j.verify.cost.CalibrationRequest;
import org.conv4j.verify.cost.ChoiceBench;
import org.conv4j.verify.cost.ChoiceRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cost-worker}: the process that {@code choices} and {@code calibrate} start. */
@Command(name = CostWorkerCommand.NAME, hidden = true)
final class CostWorkerCommand implements Callable<Integer> {
  static final String NAME = "cost-worker";

  /** What it measures. */
  enum Task {
    CHOICES,
    CALIBRATE
  }

  @Parameters(index = "0")
  private Task task;

  @Override
  public Integer call() throws IOException {
    PrintStream replies = System.out;
    System.setOut(System.err); // what a convolver prints must not get between the replies
    switch (task) {
      case CHOICES -> Service.serve(System.in, replies, ChoiceRequest.class, new ChoiceBench());
      case CALIBRATE ->
          Service.serve(System.in, replies, CalibrationRequest.class, new CalibrationBench());
    }
    return ExitCode.CONFORMANT;
  }
}
