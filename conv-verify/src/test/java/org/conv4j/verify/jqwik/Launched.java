package org.conv4j.verify.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs properties by the launcher of JUnit, as builds do, and keeps how they ended. */
final class Launched {
  enum Ending {
    SUCCESSFUL,
    ABORTED,
    FAILED,
    SKIPPED
  }

  /**
   * How a property ended.
   *
   * @param property its name
   * @param status how
   * @param message of what was thrown, or the reason why it was skipped
   * @param report what jqwik printed
   */
  record Ended(String property, Ending status, String message, String report) {}

  /** Kept, so that its level is; it tells of each run that there is no database, as asked for. */
  private static final Logger JQWIK = Logger.getLogger("net.jqwik");

  static {
    JQWIK.setLevel(Level.WARNING);
  }

  private Launched() {}

  /** Runs all properties of a class. */
  static List<Ended> run(Class<?> properties, Map<String, String> parameters) {
    return run(properties, parameters, descriptor -> FilterResult.included("all are"));
  }

  /** Runs one property of a class. */
  static Ended run(Class<?> properties, String property, Map<String, String> parameters) {
    PostDiscoveryFilter filter =
        descriptor ->
            FilterResult.includedIf(
                !descriptor.isTest() || property.equals(name(descriptor.getSource())));
    List<Ended> ended = run(properties, parameters, filter);
    assertThat(ended).hasSize(1);
    return ended.get(0);
  }

  private static List<Ended> run(
      Class<?> properties, Map<String, String> parameters, PostDiscoveryFilter filter) {
    Listener listener = new Listener();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(properties))
            .filters(EngineFilter.includeEngines("jqwik"), filter)
            .configurationParameter("jqwik.database", "")
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .configurationParameters(parameters)
            .build();
    LauncherFactory.create().execute(request, listener);
    return listener.ended;
  }

  private static String name(Optional<TestSource> source) {
    return ((MethodSource) source.orElseThrow()).getMethodName();
  }

  private static final class Listener implements TestExecutionListener {
    private final List<Ended> ended = new ArrayList<>();
    private final Map<String, String> reports = new HashMap<>();

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
      entry
          .getKeyValuePairs()
          .values()
          .forEach(text -> reports.merge(test.getUniqueId(), text, String::concat));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      ended.add(new Ended(name(test.getSource()), Ending.SKIPPED, reason, ""));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        ended.add(
            new Ended(
                name(test.getSource()),
                Ending.valueOf(result.getStatus().name()),
                result.getThrowable().map(Throwable::getMessage).orElse(""),
                reports.getOrDefault(test.getUniqueId(), "")));
      }
    }
  }
}
