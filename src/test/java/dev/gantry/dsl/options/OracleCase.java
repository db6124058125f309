package dev.gantry.dsl.options;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A row of {@code oracle.tsv} or {@code oracle-service.tsv}.
 *
 * @param flags what the Docker CLI is given
 * @param options the same for us
 * @param differs which CLI means something else, and why: {@code 20: …}; empty when none does
 */
record OracleCase(String flags, Map<String, Object> options, String differs) {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WORD = Pattern.compile("'([^']*)'|[^ ']+");

  static List<OracleCase> all(String table) throws IOException {
    List<OracleCase> cases = new ArrayList<>();
    for (String line : resource(table).lines().toList()) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        cases.add(new OracleCase(cells[0], options(cells[1]), cells.length > 2 ? cells[2] : ""));
      }
    }
    return cases;
  }

  static String resource(String name) throws IOException {
    try (InputStream in = OracleCase.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The flags as words; a word with blanks in it, or with nothing, stands in single quotes. */
  List<String> words() {
    return WORD.matcher(flags)
        .results()
        .map(word -> word.group(1) == null ? word.group() : word.group(1))
        .toList();
  }

  private static Map<String, Object> options(String json) throws IOException {
    return JSON.readValue(json, new TypeReference<>() {});
  }

  /** Whether a CLI of that version means what we do. */
  boolean holdsFor(String cliVersion) {
    return differs.isEmpty() || !cliVersion.startsWith(differs.substring(0, differs.indexOf(':')));
  }

  @Override
  public String toString() {
    return flags;
  }
}
