package org.conv4j.verify.junit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.conv4j.verify.run.Check;
import org.conv4j.verify.run.Report;
import org.conv4j.verify.run.Result;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Plays a report to the JUnit platform: what its reporters see is what they would have seen of the
 * checks, but for the times. Not registered as a service, since it would then run in every project
 * that uses the kit.
 */
final class ReportEngine implements TestEngine {
  private final Report report;
  private final String id;

  /**
   * @param report what to play
   * @param id the engine's, which names the file of reporters
   */
  ReportEngine(Report report, String id) {
    this.report = report;
    this.id = id;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    TestDescriptor engine = new EngineDescriptor(uniqueId, "conv4j: " + report.subject());
    Map<Check.Kind, TestDescriptor> groups = new LinkedHashMap<>();
    for (Check.Kind kind : Check.Kind.values()) {
      TestDescriptor group = new Group(uniqueId.append("group", kind.name()), groupName(kind), id);
      groups.put(kind, group);
      engine.addChild(group);
    }
    for (Result result : report.results()) {
      TestDescriptor group = groups.get(result.check().kind());
      String check = result.check().id();
      group.addChild(
          new Test(
              group.getUniqueId().append("check", check),
              "[" + check + "] " + result.check().title(),
              () -> JUnitOutcome.report(result.check(), result.outcome())));
    }
    if (!report.problems().isEmpty()) {
      TestDescriptor group = groups.get(Check.Kind.LAW);
      group.addChild(
          new Test(
              uniqueId.append("problems", "stale"),
              "what is expected to fail can fail",
              () -> JUnitOutcome.requireNothingStale(report.problems())));
    }
    return engine;
  }

  static String groupName(Check.Kind kind) {
    return kind == Check.Kind.LAW ? "laws" : "golden vectors";
  }

  /** How long each check took, by the name its test has. */
  Map<String, Duration> times() {
    Map<String, Duration> times = new LinkedHashMap<>();
    for (Result result : report.results()) {
      String group = className(id, groupName(result.check().kind()));
      String name = "[" + result.check().id() + "] " + result.check().title();
      times.put(group + "/" + name, result.time());
    }
    return times;
  }

  private static String className(String engine, String group) {
    return engine + "." + group;
  }

  @Override
  public void execute(ExecutionRequest request) {
    play(request.getRootTestDescriptor(), request.getEngineExecutionListener());
  }

  private static void play(TestDescriptor descriptor, EngineExecutionListener listener) {
    TestExecutionResult result = TestExecutionResult.successful();
    if (descriptor instanceof Test test) {
      try {
        test.outcome.run();
      } catch (TestAbortedException e) {
        listener.executionSkipped(descriptor, e.getMessage());
        return;
      } catch (AssertionFailedError e) {
        result = TestExecutionResult.failed(e);
      }
    }
    listener.executionStarted(descriptor);
    descriptor.getChildren().forEach(child -> play(child, listener));
    listener.executionFinished(descriptor, result);
  }

  /** The laws, or the golden vectors. */
  private static final class Group extends AbstractTestDescriptor {
    private final String className;

    Group(UniqueId id, String name, String engine) {
      super(id, name);
      this.className = className(engine, name);
    }

    @Override
    public Type getType() {
      return Type.CONTAINER;
    }

    /** What CI systems take for the class of its tests. */
    @Override
    public String getLegacyReportingName() {
      return className;
    }
  }

  /** A check. */
  private static final class Test extends AbstractTestDescriptor {
    private final Runnable outcome;

    /**
     * @param outcome throws what JUnit takes for a failure or a skip
     */
    Test(UniqueId id, String name, Runnable outcome) {
      super(id, name);
      this.outcome = outcome;
    }

    @Override
    public Type getType() {
      return Type.TEST;
    }
  }
}
