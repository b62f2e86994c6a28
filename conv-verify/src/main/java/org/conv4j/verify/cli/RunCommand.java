package org.conv4j.verify.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.conv4j.verify.run.Plan;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Runner;
import org.conv4j.verify.subject.SubjectKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run}: all laws and golden vectors against one or more subjects. */
@Command(
    name = "run",
    description = "Validates convolvers, or layers, against all laws and golden vectors.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SubjectOptions options;
  @Mixin private RunOptions what;

  @Override
  public Integer call() {
    if (!options.limitIsPositive()) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1 second");
    }
    Map<SubjectKind, Plan> plans = what.plans(options.kinds());
    options.setBudget(what.budget());
    List<Runner> runners = options.runners(SubjectKind.CONVOLVER);
    Conclusion conclusion =
        new Conclusion(
            spec.commandLine(), what.folders(runners.stream().map(Runner::name).toList()));
    for (int i = 0; i < runners.size(); i++) {
      Runner runner = runners.get(i);
      Plan plan = plans.get(runner.claims().kind());
      Report report;
      try (Progress progress = Progress.start(runner.name(), plan.checks().size())) {
        report = runner.run(plan, progress::accept);
      }
      conclusion.add(report, options.rerun(i));
    }
    return conclusion.exitCode();
  }
}
