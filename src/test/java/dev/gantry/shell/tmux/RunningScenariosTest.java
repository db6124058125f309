package dev.gantry.shell.tmux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.dsl.Caller;
import dev.gantry.dsl.Container;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Notices;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.Tmux;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys while something runs, and the terminal in other hands. */
@Timeout(240)
class RunningScenariosTest {
  @TempDir private Path home;

  @OnEngines("28")
  void whatRunsIsStoppedLeftAndHandedTheTerminal(TestEngine engine) throws Exception {
    Docker docker = new Docker(engine.client(), new Caller(home, Map.of(), Notices.NONE));
    Container container =
        (Container)
            docker.run(
                Map.of("name", "dsl-tmux", "detach", true, "stopTimeout", 0),
                "busybox",
                "sh",
                "-c",
                "while :; do echo tick; sleep 1; done");
    try {
      for (int columns : Tmux.WIDTHS) {
        Path own = Files.createDirectories(home.resolve("at" + columns));
        try (Tmux shell = Tmux.open(engine, own, columns)) {
          shell.answer("c = docker.containers['dsl-tmux']");
          stopped(shell);
          left(shell);
          jobs(shell);
          asked(shell);
          handedOver(shell, columns);
          goodbye(shell);
        }
      }
    } finally {
      container.remove(Map.of("force", true));
    }
  }

  /** Ctrl-C, whatever runs. */
  private static void stopped(Tmux shell) {
    for (String entry :
        new String[] {
          "while (true) {}",
          "sleep 60000",
          "c.logs(follow: true, tail: 1) { println it }",
          "c.waitFor('exited')",
          "(1..10000000000L).each { it }",
          "Thread.start { sleep 60000 }.join()"
        }) {
      shell.wipe().enter("println 'be' + 'gun'; " + entry).await("begun").interrupt();
    }
    assertThat(shell.answer("c.name")).contains("dsl-tmux");
  }

  /** Ctrl-Z, and back. */
  private static void left(Tmux shell) {
    shell.wipe().enter("println 'be' + 'gun'; while (!(binding.variables.go)) sleep 5; 6 * 7");
    shell.await("begun").key("C-z").await("goes on as job").awaitPrompt();
    assertThat(shell.answer("/jobs")).contains("running");
    shell.wipe().enter("/fg").await("entry 9 goes on here").key("C-z");
    shell.await("goes on as job").awaitPrompt();
    shell.wipe().enter("go = true").await("done after");
    assertThat(shell.answer("/fg entry 9")).contains("42");
    shell.answer("go = null");
  }

  /** What jobs and threads say stands above the line being typed. */
  private static void jobs(Tmux shell) {
    shell.wipe().enter("job('log') { c.logs(follow: true, tail: 1) }");
    shell.await("[log] tick").await("1 job").type("half typed");
    String before = shell.screen();
    shell.await("more lines", screen -> count(screen) > count(before));
    shell.await("gantry:", screen -> screen.contains("> half typed")).key("C-c");
    shell.wipe().enter("/kill log").await("[log] cancelled after").awaitPrompt();
    shell.wipe().enter("Thread.start { sleep 300; println 'from a thread' }; null");
    shell.await("from a thread").awaitPrompt();
    assertThat(shell.answer("/time 6 * 7")).contains("42", "took ");
    assertThat(shell.answer("time { 6 * 7 }")).contains("42", "took ");
  }

  private static long count(String screen) {
    return screen.lines().filter(line -> line.startsWith("[log] tick")).count();
  }

  /** What is typed is for what is waited for, and else for the prompt. */
  private static void asked(Tmux shell) {
    shell.wipe().enter("job { docker.volumes.prune() }");
    awaitWrapped(shell, "Nobody can be asked here").awaitPrompt();
    shell.wipe().enter("docker.volumes.prune()");
    awaitWrapped(shell, "[y/N]").key("C-z").type("never");
    awaitWrapped(shell, "[y/N] never").key("Enter");
    awaitWrapped(shell, "it was not agreed to").awaitPrompt();
    shell.wipe().enter("println 'be' + 'gun'; System.in.read()").await("begun").key("C-c");
    shell.await("interrupted after").awaitPrompt();
    shell.wipe().enter("println 'be' + 'gun'; System.in.read()").await("begun").key("C-z");
    awaitWrapped(shell, "a job cannot read it").awaitPrompt();
    assertThat(shell.answer("6 * 7")).contains("42");
    shell.wipe().enter("'line\\n' * 100").await("q: leave").key("C-z").type("q").awaitPrompt();
    assertThat(shell.answer("/jobs")).contains("failed").doesNotContain("result");
    shell.wipe().enter("job { exit 3 }; null").await("exit status 3").awaitPrompt();
  }

  /** A text that the screen may break anywhere. */
  private static Tmux awaitWrapped(Tmux shell, String text) {
    return shell.await("'" + text + "'", screen -> shell.everything().contains(text));
  }

  private static void handedOver(Tmux shell, int columns) {
    shell.wipe().enter("c.shell()").await("/ #").enter("echo $0 has $(stty size)");
    shell.await("ash has 24 " + columns).enter("echo sl''eeps; sleep 600").await("sleeps");
    shell
        .key("C-c")
        .enter("echo $((6*7))!")
        .await("42!")
        .key("C-p", "C-q")
        .await("left ash running")
        .awaitPrompt();
    shell
        .wipe()
        .enter("docker.run('busybox', 'sh', tty: true, interactive: true, rm: true).exitCode");
    shell.await("/ #").enter("vi").await("- No file").type(":q").key("Enter");
    shell
        .await("the prompt of sh", screen -> screen.stripTrailing().endsWith("/ #"))
        .enter("exit 7");
    shell.await("a status", screen -> screen.contains("\n7")).awaitPrompt();
  }

  /** Ctrl-D asks while jobs run. */
  private static void goodbye(Tmux shell) {
    shell.wipe().enter("job { sleep 60000 }").await("1 job").awaitPrompt();
    shell.key("C-d").await("still runs: leave once more to end it").awaitPrompt();
    shell.key("C-d").await("exit status 0");
  }
}
