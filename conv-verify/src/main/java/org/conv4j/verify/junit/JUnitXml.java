package org.conv4j.verify.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.conv4j.verify.run.Report;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;

/** A report as JUnit XML, which CI systems read; written by the JUnit platform's own reporter. */
public final class JUnitXml {
  private JUnitXml() {}

  /**
   * A report as XML: one test suite, with a test for each law and each golden vector.
   *
   * @param report what a run found
   * @param started when it began
   * @param id what the suite is called and its classes begin with
   * @return the text of the file
   * @throws IOException if the reporter cannot write
   */
  public static String of(Report report, Instant started, String id) throws IOException {
    ReportEngine engine = new ReportEngine(report, id);
    Path directory = Files.createTempDirectory("conv4j-junit");
    Path file = directory.resolve("TEST-" + id + ".xml");
    try {
      StringWriter trouble = new StringWriter();
      play(engine, new LegacyXmlReportGeneratingListener(directory, new PrintWriter(trouble)));
      if (!Files.exists(file)) {
        throw new IOException("the JUnit reporter wrote nothing: " + trouble);
      }
      return XmlTimes.set(Files.readString(file, UTF_8), engine.times(), started, report.time());
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(directory);
    }
  }

  /** Nothing is registered but what is named here: no engine of tests that might be there, too. */
  private static void play(ReportEngine engine, LegacyXmlReportGeneratingListener reporter) {
    LauncherConfig config =
        LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestEngines(engine)
            .build();
    Launcher launcher = LauncherFactory.create(config);
    launcher.execute(LauncherDiscoveryRequestBuilder.request().build(), reporter);
  }
}
