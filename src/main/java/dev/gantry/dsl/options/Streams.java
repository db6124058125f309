package dev.gantry.dsl.options;

import dev.gantry.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options that say which of the container's streams are open and attached to: {@code attach},
 * {@code interactive}, {@code stdin}, {@code detach}.
 *
 * <p>Source: docker/cli v28.2.2, parse() in cli/command/container/opts.go and runContainer() in
 * run.go.
 */
final class Streams {
  private static final Set<String> NAMES = Set.of("stdin", "stdout", "stderr");

  private Streams() {}

  static Object read(List<String> texts, Asked asked) {
    List<String> streams = texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    for (String stream : streams) {
      if (!NAMES.contains(stream)) {
        throw asked.bad("'" + stream + "' is not one of stdin, stdout, stderr");
      }
    }
    return streams;
  }

  /** The part of the body that these options make. */
  static Map<String, @Nullable Object> body(String verb, Map<String, Object> options) {
    List<?> attach = options.get("attach") instanceof List<?> streams ? streams : List.of();
    boolean interactive = isSet(options, "interactive") || options.containsKey("stdin");
    boolean detach = isSet(options, "detach");
    if (detach && !attach.isEmpty()) {
      throw new UsageException("'attach' and 'detach' of " + verb + " exclude each other");
    }
    boolean input = !detach && (interactive || attach.contains("stdin"));
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("AttachStdin", input);
    body.put("AttachStdout", !detach && (attach.isEmpty() || attach.contains("stdout")));
    body.put("AttachStderr", !detach && (attach.isEmpty() || attach.contains("stderr")));
    body.put("OpenStdin", interactive);
    body.put("StdinOnce", interactive && input);
    return body;
  }

  static boolean isSet(Map<String, Object> options, String flag) {
    return Boolean.TRUE.equals(options.get(flag));
  }
}
