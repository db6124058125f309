package dev.gantry.dsl;

import dev.gantry.script.ScriptException;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.TestRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;

/**
 * Runs scripts with a Docker CLI's configuration of their own, and hears what they say.
 *
 * @param folder the one of {@code config.json}
 */
record Wallet(TestEngine engine, TestRegistry registry, Path folder, List<String> said) {

  static Wallet in(Path folder, TestEngine engine, TestRegistry registry) {
    return new Wallet(engine, registry, folder, new ArrayList<>());
  }

  /** The same with the login of the registry in the file. */
  Wallet filled() {
    String pair = registry.user() + ":" + registry.password();
    String auth = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    write("{\"auths\": {\"%s\": {\"auth\": \"%s\"}}}".formatted(registry.host(), auth));
    return this;
  }

  void write(String config) {
    try {
      Files.writeString(folder.resolve("config.json"), config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String config() throws IOException {
    return Files.readString(folder.resolve("config.json"));
  }

  /** The text of a script's value; the script knows {@code host} and {@code registry}. */
  String run(String script) {
    return run(Prompt.NOBODY, script);
  }

  String run(Prompt prompt, String script) {
    Notices notices =
        new Notices() {
          @Override
          public void say(String sentence) {
            said.add(sentence);
          }

          @Override
          public void sayOnce(String sentence) {
            if (!said.contains(sentence)) {
              said.add(sentence);
            }
          }

          @Override
          public Work begin() {
            return NONE.begin();
          }
        };
    Map<String, String> env =
        Map.of("DOCKER_CONFIG", folder.toString(), "PATH", folder + ":/usr/bin:/bin");
    Caller caller = new Caller(folder, env, notices, Engines.NONE, prompt, StandardStreams.NONE);
    Map<String, ?> names = Map.of("host", registry.host(), "registry", registry);
    try {
      return String.valueOf(DslScript.evaluate(new Docker(engine.client(), caller), names, script));
    } finally {
      DslScript.run(engine, "null"); // sweeps
    }
  }

  /** The sentence that a script fails with. */
  String failure(String script) {
    return Objects.requireNonNull(
            Assertions.catchThrowableOfType(ScriptException.class, () -> run(script)),
            "the script did not fail")
        .reason();
  }
}
