package dev.gantry.dsl.options;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of comma-separated fields. A field may be quoted as a whole, and then have commas and
 * doubled quotes in it (RFC 4180, section 2, rules 5 to 7); a quote anywhere else is an error, as
 * in Go's encoding/csv.
 */
final class Csv {
  private final String line;
  private final Asked asked;
  private int at;

  private Csv(String line, Asked asked) {
    this.line = line;
    this.asked = asked;
  }

  static List<String> fields(String line, Asked asked) {
    Csv csv = new Csv(line, asked);
    List<String> fields = new ArrayList<>();
    do {
      fields.add(csv.field());
    } while (csv.skipComma());
    return fields;
  }

  private String field() {
    if (at < line.length() && line.charAt(at) == '"') {
      return quoted();
    }
    int comma = line.indexOf(',', at);
    String field = line.substring(at, comma < 0 ? line.length() : comma);
    if (field.indexOf('"') >= 0) {
      throw asked.bad("a quote inside " + field);
    }
    at += field.length();
    return field;
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    for (at++; at < line.length(); at++) {
      boolean quote = line.charAt(at) == '"';
      if (quote && !line.startsWith("\"\"", at)) {
        at++;
        return field.toString();
      }
      at += quote ? 1 : 0;
      field.append(line.charAt(at));
    }
    throw asked.bad("a quote is not closed in " + line);
  }

  private boolean skipComma() {
    if (at == line.length()) {
      return false;
    }
    if (line.charAt(at) != ',') {
      throw asked.bad("something follows a closed quote in " + line);
    }
    at++;
    return true;
  }
}
