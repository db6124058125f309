package dev.gantry.auth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who somebody is at each registry, looked up as the Docker CLI does: {@code DOCKER_AUTH_CONFIG},
 * then the credential helper that {@code credHelpers} or {@code credsStore} names, else {@code
 * auths} in the file (docker/cli v28.5.2, cli/config/configfile/file.go).
 *
 * <p>The configuration is read when the keyring is made; a helper runs when it is needed.
 */
public final class Keyring {
  private final ConfigFile config;
  private final CredentialProgram.Setting setting;
  private final ConfiguredPrograms programs;
  private final AuthFile file;
  private final Map<String, Login> environment;

  Keyring(ConfigFile read, CredentialProgram.Setting setting) {
    this.setting = setting;
    this.config = ConfiguredPrograms.withDefault(read, setting);
    this.programs = new ConfiguredPrograms(config, setting);
    this.file = new AuthFile(config, setting.said());
    this.environment = EnvironmentLogins.in(setting.env(), setting.said());
    config.warning().ifPresent(setting.said());
  }

  /**
   * The keyring of an environment.
   *
   * @param said hears warnings, and what helpers write to standard error; never a secret
   */
  public static Keyring in(Map<String, String> env, Consumer<String> said) {
    return new Keyring(
        ConfigFile.in(env), new CredentialProgram.Setting(env, CredentialProgram.PATIENCE, said));
  }

  /**
   * What lets into a registry; nobody when nothing is known.
   *
   * @param registry as it stands before an image's name, or what a login is kept under
   * @throws CredentialsException the credential helper is missing, or failed
   */
  public Login find(String registry) {
    String key = ServerName.key(registry);
    Login given = environment.get(key);
    return given == null ? kept(key) : given;
  }

  private Login kept(String key) {
    Login filed = file.find(key);
    return programs.of(key).map(program -> joined(program.get(key), filed)).orElse(filed);
  }

  /** A helper keeps a name and a secret only; what else there is stays in the file. */
  private static Login joined(Login secret, Login filed) {
    Map<String, String> fields = new LinkedHashMap<>(filed.fields());
    fields.keySet().removeAll(List.of("username", "password", "identitytoken"));
    fields.putAll(secret.fields());
    return new Login(secret.isNobody() ? filed.server() : secret.server(), fields);
  }

  /** All that is known, by what it is kept under. A helper that fails is told as a warning. */
  public Map<String, Login> all() {
    Map<String, Login> all = new LinkedHashMap<>();
    trying(() -> all.putAll(programs.forAll().map(this::listed).orElseGet(file::all)));
    programs.servers().forEach(server -> trying(() -> all.put(server, kept(server))));
    all.putAll(environment);
    all.values().removeIf(Login::isNobody);
    return all;
  }

  private Map<String, Login> listed(CredentialProgram program) {
    Map<String, Login> listed = new LinkedHashMap<>();
    program
        .list()
        .forEach(server -> listed.put(server, joined(program.get(server), file.entry(server))));
    return listed;
  }

  private void trying(Runnable lookup) {
    try {
      lookup.run();
    } catch (CredentialsException e) {
      setting.said().accept("WARNING: " + e.getMessage());
    }
  }

  /**
   * Keeps a login: by the credential helper where one is configured, else in the file, with a
   * warning.
   *
   * @return where it is kept now: a helper's name, or the path of the file
   * @throws CredentialsException it could not be kept
   */
  public String keep(Login login) {
    Optional<CredentialProgram> program = programs.of(login.server());
    if (program.isPresent()) {
      program.get().store(login);
      file.put(new Login(login.server(), Map.of()));
      return program.get().name();
    }
    if (file.put(login) && !login.field("password").isEmpty()) {
      setting
          .said()
          .accept(
              ("WARNING! Your credentials are stored unencrypted in '%s'; a credential helper"
                      + " (\"credsStore\") would keep them better")
                  .formatted(config.path()));
    }
    return config.path().toString();
  }

  /**
   * Forgets a login, in the helper and in the file.
   *
   * @param server the very name that it is kept under
   * @throws CredentialsException it could not be taken out
   */
  public void forget(String server) {
    programs.of(server).ifPresent(program -> program.erase(server));
    file.remove(server);
  }

  /**
   * Makes sure that the file can be written without losing what is in it.
   *
   * @throws CredentialsException the file is there, and cannot be read
   */
  public void requireReadable() {
    config
        .warning()
        .ifPresent(
            warning -> {
              throw new CredentialsException(
                  warning.replaceFirst("^WARNING: ", "")
                      + "; mend it or move it away first, for what is in it would be lost");
            });
  }

  /** Says where logins come from that no login and no logout changes. */
  public Optional<String> overruling() {
    return environment.isEmpty()
        ? Optional.empty()
        : Optional.of(
            EnvironmentLogins.VARIABLE
                + " is set and comes first, for the registries that it names: "
                + String.join(", ", environment.keySet()));
  }
}
