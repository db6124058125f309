package dev.gantry.shell.commands;

import dev.gantry.UsageException;
import dev.gantry.shell.running.Job;
import java.util.List;
import java.util.function.Consumer;

/** {@code /jobs}, {@code /fg}, {@code /kill} and {@code /time}. */
final class JobCommands {
  private JobCommands() {}

  static void list(CommandContext shell, String argument) {
    if (shell.jobs().isEmpty()) {
      shell.console().say("no jobs; job { … } starts one, Ctrl-Z makes one of what runs");
    } else {
      shell.console().result(shell.jobs().table());
    }
  }

  static void bringBack(CommandContext shell, String number) {
    withJob(shell, number, shell::bringBack);
  }

  static void kill(CommandContext shell, String number) {
    List<Job> running = shell.jobs().running();
    if (number.equals("all") && !running.isEmpty()) {
      running.forEach(Job::cancel);
      return;
    }
    withJob(shell, number, job -> kill(shell, job));
  }

  private static void kill(CommandContext shell, Job job) {
    if (job.isRunning()) {
      job.cancel();
    } else {
      shell.console().say(job + " has ended");
    }
  }

  private static void withJob(CommandContext shell, String number, Consumer<Job> action) {
    try {
      action.accept(shell.jobs().find(number));
    } catch (UsageException e) {
      shell.console().error(String.valueOf(e.getMessage()));
    }
  }

  static void time(CommandContext shell, String entry) {
    if (entry.isEmpty()) {
      shell.console().error("/time takes an entry, as in /time docker.ps()");
    } else {
      shell.time(entry);
    }
  }
}
