package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.ApiVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says {@code secureRemote} in the words of the command line. */
final class Securing {
  private Securing() {}

  static String run(Docker docker, Caller caller, Map<String, ?> options, Object... names) {
    VerbOptions given =
        VerbOptions.parse(
            "secureRemote", Options.named(options), caller.surroundings(ApiVersion.NEWEST));
    if (given.is("apply") && docker.isReadOnly()) {
      throw new UsageException("secureRemote: nothing may be changed here, Gantry is read-only");
    }
    List<String> words = new ArrayList<>(Options.words(Options.given(names)));
    given.client().forEach((name, value) -> add(words, "--" + name, value));
    return caller.engines().secureRemote(words);
  }

  private static void add(List<String> words, String option, Object value) {
    if (!Boolean.FALSE.equals(value)) {
      words.add(Boolean.TRUE.equals(value) ? option : option + "=" + value);
    }
  }
}
