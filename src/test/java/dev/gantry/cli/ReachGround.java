package dev.gantry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gantry.cli.reach.ContextFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder with contexts that lead to stand-ins, in which one command after the other is run. */
final class ReachGround implements AutoCloseable {
  private static final Pattern NOWHERE =
      Pattern.compile(
          "(?:Cannot connect to|trying to connect to) (?:the [A-Za-z ]+ at )?(\\S+?)[.:]*\\s");

  private final Path folder;
  private final StandIns engines;
  private final ContextFiles files;

  ReachGround(Path folder) throws IOException {
    this.folder = folder;
    this.engines = new StandIns(folder);
    this.files = new ContextFiles(folder.resolve("docker"));
    makeContexts();
    Path pems = Files.createDirectory(folder.resolve("pems"));
    try (InputStream ca = getClass().getResourceAsStream("ca.pem")) {
      Files.copy(Objects.requireNonNull(ca), pems.resolve("ca.pem"));
    }
  }

  private void makeContexts() throws IOException {
    String port = engines.fill("tcp://127.0.0.1:{p}");
    files.context("near", engines.fill("unix://{a}")).context("far", port);
    files.context("safe", port).tls("safe");
    files.context("empty", "").context("portless", "tcp://127.0.0.9");
    files.context("local", engines.fill("unix://{b}")).tls("local");
    files.meta("broken", "{").meta("bare", "{\"Name\":\"bare\",\"Endpoints\":{}}");
    files.meta(
        "loose",
        "{\"Name\":\"loose\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\",\"SkipTLSVerify\":true}}}"
            .formatted(port));
  }

  /** The lines of the table, without those about IPv6 where there is none. */
  List<ReachCase> cases() throws IOException {
    return ReachCase.all().stream().filter(row -> !fill(row.flags()).contains("{")).toList();
  }

  String fill(String text) {
    return engines.fill(text);
  }

  String gantry(ReachCase row) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(said, true, UTF_8);
    Surroundings surroundings =
        new Surroundings(
            env(row), new ByteArrayInputStream(new byte[0]), print, print, Set.of(), 0);
    List<String> words = new ArrayList<>(row.words(engines));
    words.addAll(List.of("-e", "docker.ping()"));
    int status = new Gantry(surroundings, exit -> {}).run(words.toArray(String[]::new));
    return outcome(status, said.toString(UTF_8));
  }

  String cli(Path program, ReachCase row) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(row.words(engines));
    command.addAll(List.of("ps", "-q"));
    File said = folder.resolve("said").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said);
    builder.environment().clear();
    builder.environment().putAll(env(row));
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IOException("no end of " + command);
    }
    return outcome(process.exitValue(), Files.readString(said.toPath()));
  }

  /**
   * Who was called; or else what was said to be the address; or else it was refused. Who is content
   * without that has found an engine of this machine.
   */
  private String outcome(int status, String said) {
    String called = engines.taken();
    if (!called.isEmpty()) {
      return called;
    }
    if (status == 0) {
      return "unix:///var/run/docker.sock";
    }
    Matcher nowhere = NOWHERE.matcher(said);
    return nowhere.find() ? nowhere.group(1) : "refused";
  }

  private Map<String, String> env(ReachCase row) throws IOException {
    Files.deleteIfExists(files.folder().resolve("config.json"));
    if (!row.config().isEmpty()) {
      files.config(row.config());
    }
    Map<String, String> env = new HashMap<>(files.env());
    env.put("HOME", folder.toString());
    env.putAll(row.variables(engines));
    return env;
  }

  @Override
  public void close() throws IOException {
    engines.close();
  }
}
