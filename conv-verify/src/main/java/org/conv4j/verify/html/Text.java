package org.conv4j.verify.html;

import com.samskivert.mustache.Escapers;
import java.util.Locale;

/** Makes texts of subjects, which may hold anything, fit for a page. */
final class Text {
  /** Longer texts are cut; a page with megabytes of one message cannot be read. */
  static final int MOST = 20_000;

  private static final int PICTURES = 0x2400;
  private static final int PICTURE_OF_DELETE = 0x2421;

  private Text() {}

  /** A text as HTML in which no part of it is markup or invisible. */
  static String escaped(String text) {
    return Escapers.HTML.escape(visible(shortened(text)));
  }

  private static String shortened(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    int cut = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
    return text.substring(0, cut) + "… (" + (text.length() - cut) + " more characters)";
  }

  /**
   * Shows control characters as symbols, and characters that turn or hide text as their numbers.
   */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(visible, point));
    return visible.toString();
  }

  private static void append(StringBuilder visible, int point) {
    if (point == '\n' || point == '\t') {
      visible.append((char) point);
    } else if (point < ' ') {
      visible.append((char) (PICTURES + point));
    } else if (point == 0x7f) {
      visible.append((char) PICTURE_OF_DELETE);
    } else if (isHidden(point)) {
      visible.append(String.format(Locale.ROOT, "<U+%04X>", point));
    } else {
      visible.appendCodePoint(point);
    }
  }

  /** Joiners stay, because emoji need them; so does everything that has a glyph. */
  private static boolean isHidden(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR -> true;
      case Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> point != 0x200c && point != 0x200d && point < 0xe0000;
      default -> (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
    };
  }

  /** A text as part of an identifier in a page. */
  static String anchor(String text) {
    return text.replaceAll("[^A-Za-z0-9._-]", "-");
  }
}
