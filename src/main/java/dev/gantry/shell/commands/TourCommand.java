package dev.gantry.shell.commands;

import dev.gantry.shell.help.Tour;
import dev.gantry.shell.reading.Input;
import org.jspecify.annotations.Nullable;

/** {@code /tour}. */
final class TourCommand {
  private TourCommand() {}

  static void run(CommandContext shell, String argument) {
    new Tour(
            new Tour.Guide() {
              @Override
              public void say(String text) {
                shell.console().say(text);
              }

              @Override
              public void enter(String line) {
                shell.enter(line);
              }

              @Override
              public @Nullable String ask(String question) {
                return shell.lines().ask(question) instanceof Input.Entry entry
                    ? entry.text()
                    : null;
              }

              @Override
              public @Nullable Object last() {
                return shell.session().variables().getVariables().get("_");
              }

              @Override
              public @Nullable Object lastError() {
                return shell.session().variables().getVariables().get("_error");
              }
            })
        .run();
  }
}
