package dev.gantry.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds plain values from Jackson's tokens, value after value. Only jackson-core is loaded: an
 * ObjectMapper would load 967 classes at the start of a script where this loads 264 (jackson
 * 2.22.4, Java 17).
 */
final class JsonReader {
  static final int MAX_DEPTH = 1000;
  private static final int MAX_STRING = 100_000_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH + 1)
                  .maxStringLength(MAX_STRING)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private final RecentText text;
  private final JsonParser parser;
  private final long maxValue;
  private long valueStart;

  /**
   * Reads from a text that the caller closes.
   *
   * @param maxValue how many characters one value may have
   */
  JsonReader(Reader source, long maxValue) {
    this.text = new RecentText(source);
    this.maxValue = maxValue;
    try {
      this.parser = FACTORY.createParser(text);
    } catch (IOException e) {
      throw translate(e);
    }
  }

  /** Reads the one value that a text consists of. */
  static @Nullable Object readWhole(Reader source) {
    JsonReader reader = new JsonReader(source, Long.MAX_VALUE);
    if (!reader.advance()) {
      throw new JsonException("not valid JSON: the text is empty");
    }
    Object value = reader.value();
    if (reader.advance()) {
      throw reader.error("there is more text after the value");
    }
    return value;
  }

  /**
   * Goes to the next value at the top of the text, waiting for its first character only.
   *
   * @return false at the end of the text
   */
  boolean advance() {
    valueStart = text.total();
    return token() != null;
  }

  /**
   * Reads the value that {@link #advance} found, and no character after it that it can do without.
   */
  @Nullable Object value() {
    return value(0);
  }

  private @Nullable Object value(int depth) {
    if (depth >= MAX_DEPTH && parser.currentToken().isStructStart()) {
      throw error("it is nested deeper than " + MAX_DEPTH + " levels");
    }
    try {
      return switch (parser.currentToken()) {
        case START_OBJECT -> object(depth);
        case START_ARRAY -> array(depth);
        case VALUE_STRING -> parser.getText();
        case VALUE_NUMBER_INT -> parser.getNumberValue();
        case VALUE_NUMBER_FLOAT -> decimal();
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        case VALUE_NULL -> null;
        default -> throw error("unexpected " + parser.currentToken());
      };
    } catch (IOException e) {
      throw translate(e);
    }
  }

  /**
   * A name that comes twice keeps its last value, as in the decoder of the Docker daemon (Go
   * 1.26.3, encoding/json, package documentation, Security Considerations).
   */
  private Map<String, @Nullable Object> object(int depth) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (token() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      token();
      map.put(name, value(depth + 1));
    }
    return map;
  }

  private List<@Nullable Object> array(int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    while (token() != JsonToken.END_ARRAY) {
      list.add(value(depth + 1));
    }
    return list;
  }

  private BigDecimal decimal() throws IOException {
    try {
      return parser.getDecimalValue();
    } catch (ArithmeticException | NumberFormatException e) {
      throw error("the exponent of a number is out of range");
    }
  }

  private @Nullable JsonToken token() {
    try {
      JsonToken token = parser.nextToken();
      if (text.total() - valueStart > maxValue) {
        throw error("one value has more than " + maxValue + " characters");
      }
      return token;
    } catch (IOException e) {
      throw translate(e);
    }
  }

  private JsonException error(String problem) {
    return new JsonException(problem, place(parser.currentLocation()));
  }

  private JsonException translate(IOException e) {
    if (!(e instanceof JsonProcessingException malformed)) {
      return new JsonException("cannot read the JSON text: " + e.getMessage(), e);
    }
    JsonLocation location = malformed.getLocation();
    TextPlace place = place(location == null ? parser.currentLocation() : location);
    return new JsonException(problem(malformed), place);
  }

  private TextPlace place(JsonLocation location) {
    return new TextPlace(
        location.getLineNr(), location.getColumnNr(), text.before(location.getCharOffset()));
  }

  /** Jackson's words without its notes on where the text came from and which setting was hit. */
  private static String problem(JsonProcessingException e) {
    if (e instanceof JsonEOFException) {
      return "the text ends before the value does";
    }
    String words = e.getOriginalMessage().replaceAll("\\s*\\(start marker at .*", "");
    if (e instanceof StreamConstraintsException) {
      words = words.replaceAll(",? ?from `[^`]*`", "");
    }
    words = words.replaceAll("\\(('.')( \\(code [^)]*\\))\\)", "$1").strip();
    return Printable.line(Character.toLowerCase(words.charAt(0)) + words.substring(1));
  }
}
