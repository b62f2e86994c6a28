package org.conv4j.verify.junit;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Puts the times of checks in the place of those that the reporter measured, by the clock, while a
 * report was played to it. The clock that it goes by is not open to others.
 */
final class XmlTimes {
  private static final int MICROS = 6;

  private XmlTimes() {}

  /**
   * Sets all times.
   *
   * @param xml what the reporter wrote
   * @param times by class name and name with a slash between; of other tests zero
   * @param started when the run began
   * @param whole how long it took
   * @return the same with other times
   */
  static String set(String xml, Map<String, Duration> times, Instant started, Duration whole)
      throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document =
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
      Element suite = document.getDocumentElement();
      suite.setAttribute("time", seconds(whole));
      suite.setAttribute(
          "timestamp",
          LocalDateTime.ofInstant(started, ZoneOffset.UTC)
              .truncatedTo(ChronoUnit.SECONDS)
              .toString());
      NodeList tests = suite.getElementsByTagName("testcase");
      for (int i = 0; i < tests.getLength(); i++) {
        Element test = (Element) tests.item(i);
        String name = test.getAttribute("classname") + "/" + test.getAttribute("name");
        test.setAttribute("time", seconds(times.getOrDefault(name, Duration.ZERO)));
      }
      document.setXmlStandalone(true);
      StringWriter text = new StringWriter();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (ParserConfigurationException | SAXException | TransformerException e) {
      throw new IOException("the JUnit reporter wrote something else than XML: " + e, e);
    }
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos() / 1000, MICROS).toPlainString();
  }
}
