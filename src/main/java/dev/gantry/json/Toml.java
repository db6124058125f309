package dev.gantry.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads TOML 1.0 for settings: tables are maps, arrays lists, and all else is text, as {@code true}
 * and {@code 1.50} stand there.
 *
 * <p>Only the parser is loaded, and no ObjectMapper: see {@link JsonReader}.
 */
public final class Toml {
  private Toml() {}

  /**
   * Reads a whole text.
   *
   * @throws JsonException it is not TOML; {@link JsonException#line()} tells where
   */
  public static Map<String, Object> read(String text) {
    try (JsonParser parser = new TomlFactory().createParser(text)) {
      parser.nextToken();
      return table(parser);
    } catch (JsonProcessingException e) {
      TextPlace place =
          e.getLocation() == null
              ? new TextPlace(1, 1, "")
              : new TextPlace(e.getLocation().getLineNr(), e.getLocation().getColumnNr(), "");
      throw new JsonException("TOML", e.getOriginalMessage(), place);
    } catch (IOException e) {
      throw new JsonException("cannot read TOML: " + e.getMessage(), e); // a text does not fail
    }
  }

  private static Map<String, Object> table(JsonParser parser) throws IOException {
    Map<String, Object> table = new LinkedHashMap<>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      table.put(key, value(parser));
    }
    return table;
  }

  private static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return table(parser);
    }
    if (token != JsonToken.START_ARRAY) {
      return parser.getText();
    }
    List<Object> array = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }
}
