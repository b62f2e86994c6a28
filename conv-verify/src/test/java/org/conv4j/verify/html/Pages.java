package org.conv4j.verify.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conv4j.verify.run.Result;

/** Pages of reports, and what is in them. */
final class Pages {
  private Pages() {}

  static String page(Result... results) {
    return HtmlReport.of(Reports.of("mine", results));
  }

  /** What the charts of a page are drawn of, in JSON. */
  static String plotData(String page) {
    return all(page, "id=\"plot-data\">(.*?)</script>").get(0);
  }

  static List<String> all(String page, String regex) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(page);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
