package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.auth.Keyring;
import dev.gantry.auth.Login;
import dev.gantry.auth.ServerName;
import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.EngineException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logs in to a registry as {@code docker login} does: the daemon checks, then the login is kept
 * (docker/cli v28.5.2, cli/command/registry/login.go).
 */
final class RegistryLogin {
  private final Docker docker;
  private final VerbOptions given;
  private final String server;
  private final Keyring keyring;

  RegistryLogin(Docker docker, Map<String, ?> options, String registry) {
    this.docker = docker;
    this.given = docker.options("login", options);
    this.server = ServerName.loginKey(registry);
    this.keyring = docker.keyring();
  }

  Map<String, Object> run() {
    String username = text("username");
    String password = given.is("passwordStdin") ? piped(username) : text("password");
    keyring.requireReadable();
    keyring.overruling().ifPresent(docker.notices()::sayOnce);
    if (username.isEmpty() && password.isEmpty()) {
      return asBefore(keyring.find(server));
    }
    return anew(username, password, "");
  }

  private String text(String option) {
    Object value = given.client().get(option);
    if (value != null && value.toString().isBlank()) {
      throw new UsageException("option '%s' of login is empty".formatted(option));
    }
    return value == null ? "" : value.toString();
  }

  private String piped(String username) {
    if (given.client().containsKey("password") || username.isEmpty()) {
      throw new UsageException(
          "option 'passwordStdin' of login goes with 'username', and without 'password'");
    }
    String password = docker.prompt().piped();
    if (password.isBlank()) {
      throw new UsageException("the password on standard input is empty");
    }
    return password;
  }

  /** What is kept already is tried before anybody is asked. */
  private Map<String, Object> asBefore(Login kept) {
    String username = kept.field("username");
    if (username.isEmpty() || kept.field("password").isEmpty()) {
      return anew("", "", username);
    }
    docker
        .notices()
        .say("logging in as '%s' with the credentials that are kept".formatted(username));
    try {
      return checked(Login.of(server, username, kept.field("password")), kept);
    } catch (EngineException e) {
      if (!docker.prompt().isPossible()) {
        throw e;
      }
      docker.notices().say("the credentials that are kept do not work: " + e.getMessage());
      return anew("", "", username);
    }
  }

  private Map<String, Object> anew(String username, String password, String usual) {
    boolean complete = !username.isEmpty() && !password.isEmpty();
    if (!complete && !docker.prompt().isPossible()) {
      throw new UsageException(
          ("login at %1$s wants both, as in docker.login('%1$s', username: 'me', password: '…');"
                  + " there is no terminal to ask for them")
              .formatted(server));
    }
    String name = username.isEmpty() ? askName(usual) : username;
    String secret = password.isEmpty() ? docker.prompt().askSecretly("Password: ") : password;
    if (name.isBlank() || secret.isBlank()) {
      throw new UsageException("login wants a username and a password");
    }
    return checked(Login.of(server, name.strip(), secret), Login.NONE);
  }

  private String askName(String usual) {
    String answer =
        docker.prompt().ask(usual.isEmpty() ? "Username: " : "Username (%s): ".formatted(usual));
    return answer.isBlank() ? usual : answer;
  }

  /** A registry that gives a token is let in by that from now on; the password is not kept then. */
  private Map<String, Object> checked(Login login, Login kept) {
    Object answer = docker.engine().call("SystemAuth", Map.of("body", login.sent()));
    String token = Rows.text(Rows.in(answer, "IdentityToken"));
    Login earned = token.isEmpty() ? login : login.withIdentityToken(token);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("Status", status(Rows.in(answer, "Status")));
    result.put("Registry", server);
    result.put("Username", login.field("username"));
    if (token.isEmpty() && !kept.isNobody()) {
      return result;
    }
    result.put("StoredIn", keyring.keep(earned));
    return result;
  }

  /** An engine may have nothing to say of it. */
  private static String status(@Nullable Object said) {
    return said == null ? "Login Succeeded" : said.toString();
  }
}
