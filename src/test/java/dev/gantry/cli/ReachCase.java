package dev.gantry.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A line of {@code reach.tsv}: a way to say which engine is meant, and where it leads.
 *
 * @param flags the options, with one blank between them; {@code ''} is an empty word, {@code ␣} a
 *     blank
 * @param env variables, in the same way
 * @param config the text of the configuration file; may be empty
 * @param reached which stand-in is called and how, an address where none listens, or {@code
 *     refused}
 * @param cli20 what the Docker CLI 20.10 reaches instead; mostly empty
 * @param gantry what Gantry reaches instead on purpose; mostly empty
 * @param reason why
 */
record ReachCase(
    String flags,
    String env,
    String config,
    String reached,
    String cli20,
    String gantry,
    String reason) {

  static List<ReachCase> all() throws IOException {
    try (InputStream in = ReachCase.class.getResourceAsStream("reach.tsv")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return table.lines().skip(1).filter(line -> !line.isBlank()).map(ReachCase::of).toList();
    }
  }

  private static ReachCase of(String line) {
    String[] cells = Arrays.copyOf(line.split("\t", -1), 7);
    String[] filled = Arrays.stream(cells).map(it -> it == null ? "" : it).toArray(String[]::new);
    return new ReachCase(
        filled[0], filled[1], filled[2], filled[3], filled[4], filled[5], filled[6]);
  }

  String ofCli(boolean old) {
    return old && !cli20.isEmpty() ? cli20 : reached;
  }

  String ofGantry() {
    return gantry.isEmpty() ? reached : gantry;
  }

  List<String> words(StandIns engines) {
    return words(engines.fill(flags));
  }

  Map<String, String> variables(StandIns engines) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String word : words(engines.fill(env))) {
      variables.put(word.replaceFirst("=.*", ""), word.replaceFirst("[^=]*=", ""));
    }
    return variables;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
      words.add(word.replace("''", "").replace('␣', ' '));
    }
    return words;
  }

  @Override
  public String toString() {
    return String.join(" | ", flags, env, config);
  }
}
