package dev.gantry.documentation;

import dev.gantry.dsl.Caller;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Notices;
import dev.gantry.dsl.ScriptJson;
import dev.gantry.script.ScriptExit;
import dev.gantry.script.ScriptLog;
import dev.gantry.script.ScriptRunner;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.ScriptSource;
import dev.gantry.testing.TestEngine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a script did that ran in this JVM.
 *
 * @param status what it exited with
 * @param out what it printed
 */
record ScriptRun(int status, String out) {

  /** The object {@code docker} of scripts. */
  static Docker docker(TestEngine engine) {
    return new Docker(
        engine.client(), new Caller(Path.of("").toAbsolutePath(), Map.of(), Notices.NONE));
  }

  static ScriptRun of(ScriptSource source, TestEngine engine, String... args) {
    return of(source, () -> docker(engine), args);
  }

  static ScriptRun of(ScriptSource source, Supplier<?> docker, String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Map<String, Supplier<?>> objects =
        Map.of(
            "docker",
            docker,
            "json",
            ScriptJson::new,
            "log",
            () -> new ScriptLog(out, ScriptLog.Level.INFO),
            "env",
            Map::of,
            "out",
            () -> out);
    int status = status(source, objects, args);
    return new ScriptRun(status, bytes.toString(StandardCharsets.UTF_8));
  }

  private static int status(ScriptSource source, Map<String, Supplier<?>> objects, String... args) {
    try {
      new ScriptRunner(new ScriptSettings(objects, false, status -> {})).run(source, List.of(args));
      return 0;
    } catch (ScriptExit exit) {
      return exit.status();
    }
  }
}
