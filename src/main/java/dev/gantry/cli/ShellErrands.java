package dev.gantry.cli;

import dev.gantry.cli.EngineObjects.Listeners;
import dev.gantry.cli.doctor.Doctor;
import dev.gantry.cli.doctor.Page;
import dev.gantry.cli.doctor.Patient;
import dev.gantry.cli.reach.EngineAddress;
import dev.gantry.cli.reach.Reach;
import dev.gantry.cli.reach.TlsFlags;
import dev.gantry.dsl.Docker;
import dev.gantry.script.Cancellation;
import dev.gantry.script.ScriptRunner;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.ScriptSource;
import dev.gantry.shell.commands.Outside;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/** What the interactive shell cannot do itself. */
final class ShellErrands implements Outside {
  private final Surroundings surroundings;
  private final Options options;
  private final ScriptObjects objects;
  private final IntConsumer exitProcess;

  /**
   * @param objects what scripts see
   * @param exitProcess ends the process at once, for {@code exit} in a thread of a script
   */
  ShellErrands(
      Surroundings surroundings, Options options, ScriptObjects objects, IntConsumer exitProcess) {
    this.surroundings = surroundings;
    this.options = options;
    this.objects = objects;
    this.exitProcess = exitProcess;
  }

  @Override
  public Docker engine(String nameOrUrl) {
    return objects.docker(reach(nameOrUrl));
  }

  /** TLS and the API version of the command line are those of its own engine. */
  private Reach reach(String nameOrUrl) {
    Reach said = options.reach();
    return nameOrUrl.isEmpty()
        ? said
        : new Reach(
            ReachedEngines.naming(nameOrUrl, EngineAddress.in(surroundings.env())),
            TlsFlags.UNSAID,
            null,
            said.timeout(),
            said.insecure());
  }

  @Override
  public String doctor(String nameOrUrl, int columns) {
    Cancellation cancellation = new Cancellation();
    EngineObjects engines =
        new EngineObjects(surroundings.env(), Safety.UNSAID, Listeners.NONE, cancellation);
    Patient patient =
        new Patient(Version.line(), surroundings.env(), reach(nameOrUrl), engines::client);
    try {
      return Page.of(
          Doctor.examine(patient), columns, options.display().style(surroundings).colors());
    } finally {
      cancellation.end();
    }
  }

  @Override
  public void run(String file, List<String> args) {
    ScriptSettings settings = new ScriptSettings(objects.suppliers(), options.grab(), exitProcess);
    new ScriptRunner(settings).run(ScriptSource.file(Path.of(file)), args);
  }
}
