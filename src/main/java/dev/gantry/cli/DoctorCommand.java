package dev.gantry.cli;

import dev.gantry.cli.doctor.Diagnosis;
import dev.gantry.cli.doctor.Doctor;
import dev.gantry.cli.doctor.Finding;
import dev.gantry.cli.doctor.Page;
import dev.gantry.cli.doctor.Patient;
import dev.gantry.shell.printing.PrintStyle;
import dev.gantry.shell.printing.PrintStyle.Format;
import dev.gantry.shell.printing.ValuePrinter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Says on a page how the engine is reached, what is wrong, and what to do about it. */
final class DoctorCommand {
  private final Surroundings surroundings;
  private final EngineObjects engines;

  DoctorCommand(Surroundings surroundings, EngineObjects engines) {
    this.surroundings = surroundings;
    this.engines = engines;
  }

  ExitStatus run(Options options) {
    Patient patient =
        new Patient(Version.line(), surroundings.env(), options.reach(), engines::client);
    Diagnosis diagnosis = Doctor.examine(patient);
    print(diagnosis, options.display().style(surroundings));
    if (!diagnosis.reached()) {
      return ExitStatus.NO_ENGINE;
    }
    return diagnosis.isWell() ? ExitStatus.OK : ExitStatus.FAILED;
  }

  /** A page unless a form is asked for that programs read. */
  private void print(Diagnosis diagnosis, PrintStyle style) {
    if (style.format() == Format.AUTO) {
      surroundings.out().print(Page.of(diagnosis, style.width(), style.colors()));
      return;
    }
    try {
      new ValuePrinter(style)
          .print(diagnosis.findings().stream().map(Finding::toJson).toList(), surroundings.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a PrintStream throws none
    }
  }
}
