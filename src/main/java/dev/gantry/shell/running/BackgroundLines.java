package dev.gantry.shell.running;

/** Where what runs in the background says something without disturbing who types. */
public interface BackgroundLines {

  /** Takes a line that a job printed. May wait for those before it to be shown. */
  void add(Job job, String line);

  /** Tells what became of a job. */
  void tell(Job job, String what);
}
