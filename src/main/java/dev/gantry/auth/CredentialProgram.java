package dev.gantry.auth;

import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A credential helper: a program {@code docker-credential-NAME} that is asked by its first argument
 * and its standard input (docker-credential-helpers v0.9.3, client/client.go).
 */
final class CredentialProgram {
  static final String PREFIX = "docker-credential-";

  /** A person may have to type a pass phrase into a window of the helper's. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The name that stands for: the secret is an identity token. */
  private static final String TOKEN = "<token>";

  /**
   * What helpers say when they do not know a registry: the words of the protocol, and those of the
   * key stores behind them.
   */
  private static final Pattern NOT_FOUND =
      Pattern.compile(
          "credentials not found|no credentials server URL|no credentials username"
              + "|could not be found in the keychain|element not found|no usernames for",
          Pattern.CASE_INSENSITIVE);

  private static final int MAX_SHOWN = 500;

  /**
   * Where a helper runs.
   *
   * @param env its environment; {@code PATH} says where it is
   * @param patience how long it may take
   * @param said hears what it writes to standard error beside a good answer
   */
  record Setting(Map<String, String> env, Duration patience, Consumer<String> said) {

    Optional<Path> find(String program) {
      return Pattern.compile(":")
          .splitAsStream(env.getOrDefault("PATH", ""))
          .filter(folder -> !folder.isEmpty() && !program.contains("/"))
          .map(folder -> Path.of(folder, program))
          .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
          .findFirst();
    }
  }

  private final String name;
  private final String origin;
  private final Setting setting;

  /**
   * A helper by its name.
   *
   * @param origin the line of the configuration that asks for it, and the file; it ends each error
   */
  CredentialProgram(String name, String origin, Setting setting) {
    this.name = PREFIX + name;
    this.origin = origin;
    this.setting = setting;
  }

  String name() {
    return name;
  }

  /** What it has for a registry; nobody when it knows none. */
  Login get(String server) {
    ProgramRun.Output output = run("get", server);
    if (output.status() != 0) {
      if (isNotFound(output)) {
        return Login.NONE;
      }
      throw failure("get", output, "");
    }
    Map<String, @Nullable Object> answer = object("get", output);
    String username = text(answer, "Username");
    String secret = text(answer, "Secret");
    tell(output, secret);
    return username.equals(TOKEN)
        ? new Login(server, Map.of("identitytoken", secret))
        : Login.of(server, username, secret);
  }

  /** The registries that it knows. */
  List<String> list() {
    ProgramRun.Output output = run("list", "unused");
    if (output.status() != 0) {
      throw failure("list", output, "");
    }
    return List.copyOf(object("list", output).keySet());
  }

  void store(Login login) {
    boolean token = !login.field("identitytoken").isEmpty();
    String secret = login.field(token ? "identitytoken" : "password");
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("ServerURL", login.server());
    asked.put("Username", token ? TOKEN : login.field("username"));
    asked.put("Secret", secret);
    require("store", run("store", Json.write(asked) + "\n"), secret);
  }

  void erase(String server) {
    ProgramRun.Output output = run("erase", server);
    if (output.status() == 0 || !isNotFound(output)) {
      require("erase", output, "");
    }
  }

  private void require(String action, ProgramRun.Output output, String secret) {
    if (output.status() != 0) {
      throw failure(action, output, secret);
    }
    tell(output, secret);
  }

  private ProgramRun.Output run(String action, String input) {
    Path program =
        setting.find(name).orElseThrow(() -> new CredentialsException(error("is not on the PATH")));
    try {
      return new ProgramRun(List.of(program.toString(), action), setting.env(), setting.patience())
          .feed(input);
    } catch (CredentialsException e) {
      throw new CredentialsException(error(action, e.getMessage()));
    }
  }

  private static boolean isNotFound(ProgramRun.Output output) {
    return NOT_FOUND.matcher(output.out()).find() || NOT_FOUND.matcher(output.err()).find();
  }

  /** An answer may hold the secret, so that nothing of one that is no JSON can be shown. */
  private Map<String, @Nullable Object> object(String action, ProgramRun.Output output) {
    try {
      return Json.readMap(output.out());
    } catch (JsonException e) {
      throw new CredentialsException(error(action, "it printed no JSON object"));
    }
  }

  private static String text(Map<String, @Nullable Object> answer, String field) {
    return ConfigFile.value(answer, field) instanceof String text ? text : "";
  }

  private CredentialsException failure(String action, ProgramRun.Output output, String secret) {
    String said = shown(output.out(), secret) + " " + shown(output.err(), secret);
    String ending = "it ended with status " + output.status();
    return new CredentialsException(
        error(action, said.isBlank() ? ending : ending + ": " + said.strip()));
  }

  private String error(String action, @Nullable String what) {
    return error("failed to " + action + ": " + what);
  }

  private String error(String what) {
    return "credential helper %s %s (%s)".formatted(name, what, origin);
  }

  /** A helper that warns is heard, as if it wrote to the terminal itself. */
  private void tell(ProgramRun.Output output, String secret) {
    String said = shown(output.err(), secret);
    if (!said.isEmpty()) {
      setting.said().accept(name + ": " + said);
    }
  }

  /** Words of a helper on one line; what looks like an answer of the protocol is left out. */
  private static String shown(String words, String secret) {
    String line = words.strip().replaceAll("\\s+", " ");
    if (line.contains("\"Secret\"")) {
      return "";
    }
    String safe = secret.isEmpty() ? line : line.replace(secret, "***");
    return safe.length() > MAX_SHOWN ? safe.substring(0, MAX_SHOWN) + "…" : safe;
  }
}
