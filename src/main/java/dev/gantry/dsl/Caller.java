package dev.gantry.dsl;

import dev.gantry.dsl.options.Surroundings;
import dev.gantry.engine.ApiVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a script runs, as far as options and messages depend on it.
 *
 * @param workingDirectory what relative paths start from
 * @param environment the variables that {@code env: ['NAME']} passes on, and that say where the
 *     Docker CLI's configuration is
 * @param notices hears of what happens along the way
 * @param engines the other engines there are
 * @param prompt asks for what was not given
 * @param streams what {@code -} stands for
 */
public record Caller(
    Path workingDirectory,
    Map<String, String> environment,
    Notices notices,
    Engines engines,
    Prompt prompt,
    StandardStreams streams) {

  /** A caller that knows one engine only, with nobody to ask and no standard streams. */
  public Caller(Path workingDirectory, Map<String, String> environment, Notices notices) {
    this(workingDirectory, environment, notices, Engines.NONE, Prompt.NOBODY, StandardStreams.NONE);
  }

  Surroundings surroundings(ApiVersion version) {
    return new Surroundings(version.toString(), workingDirectory, environment, Files::readString);
  }
}
