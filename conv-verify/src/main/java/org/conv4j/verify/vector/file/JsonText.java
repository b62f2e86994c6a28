package org.conv4j.verify.vector.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON as maps, lists, strings, booleans, nulls and numerals as they are written; duplicate keys
 * and trailing text are errors.
 *
 * <p>Jackson does not bind it to records, because its messages would name neither the file nor the
 * vector, and would mention Java classes to somebody who writes JSON in another language.
 */
public final class JsonText {
  private static final Pattern IN_VECTOR = Pattern.compile("/vectors/(\\d+)(/.*)?");

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .addModule(new SimpleModule().addDeserializer(Number.class, new NumeralDeserializer()))
          .build();

  private JsonText() {}

  /**
   * The value that the bytes spell.
   *
   * @param bytes JSON in UTF-8
   * @param place the file
   * @return the value
   * @throws VectorFormatException if it is not JSON; the message names the vector that it is in
   */
  public static Object parse(byte[] bytes, Place place) {
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      Object value = MAPPER.readValue(parser, Object.class);
      if (parser.nextToken() != null) {
        String where = position(parser.currentTokenLocation());
        throw place.error("there is more text after the end of the JSON object" + where);
      }
      return value;
    } catch (JsonProcessingException e) {
      String message = e.getOriginalMessage() + position(e.getLocation());
      throw placeOfError(bytes, place).error(message, e);
    } catch (IOException e) {
      throw new UncheckedIOException(place.file(), e);
    }
  }

  private static String position(JsonLocation at) {
    return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }

  /** Reads once more, token by token, up to the error, to learn in which vector it is. */
  private static Place placeOfError(byte[] bytes, Place file) {
    Place place = file;
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      String vector = "";
      String id = null;
      try {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          String at = parser.getParsingContext().pathAsPointer().toString();
          Matcher matcher = IN_VECTOR.matcher(at);
          if (!matcher.matches()) {
            vector = "";
          } else if (!matcher.group(1).equals(vector)) {
            vector = matcher.group(1);
            id = null;
          } else if ("/id".equals(matcher.group(2)) && token == JsonToken.VALUE_STRING) {
            id = parser.getText();
          }
          place = vector.isEmpty() ? file : file.vector(Integer.parseInt(vector), id);
        }
      } catch (JsonProcessingException sameAgain) {
        return place;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file.file(), e);
    }
    return file;
  }

  private static final class NumeralDeserializer extends StdDeserializer<Number> {
    private static final long serialVersionUID = 1L;

    NumeralDeserializer() {
      super(Number.class);
    }

    @Override
    public Number deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return new Numeral(parser.getText());
    }
  }
}
