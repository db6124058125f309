package dev.gantry.documentation;

import dev.gantry.testing.Program;
import dev.gantry.transport.DockerHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/**
 * A place to type commands in: {@code gantry} is on the path; commands run in the folder of the
 * project.
 */
record Terminal(Path folder, DockerHost host) {
  /** Output that is no pipe goes to a person, who has no colours. */
  private static final String GANTRY =
      """
      #!/bin/bash
      [[ -p /dev/stdout ]] || person=-Dgantry.terminals=out
      prefs=-Djava.util.prefs.userRoot='%s'
      exec %s "$@"
      """;

  static Terminal in(Path folder, DockerHost host) throws IOException {
    Path gantry = Files.createDirectories(folder.resolve("bin")).resolve("gantry");
    Files.writeString(
        gantry, GANTRY.formatted(folder, String.join(" ", Program.command("$person", "$prefs"))));
    Files.setPosixFilePermissions(gantry, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Terminal(folder, host);
  }

  /** Runs a command line, and gives all that it printed. */
  String run(String line) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", line);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("DOCKER_HOST", host.toString());
    builder.environment().put("NO_COLOR", "1");
    builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("did not end within a minute: " + line);
      }
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output);
  }
}
