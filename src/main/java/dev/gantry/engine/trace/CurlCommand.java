package dev.gantry.engine.trace;

import dev.gantry.engine.Redaction;
import dev.gantry.engine.Route;
import dev.gantry.http.Headers.Field;
import dev.gantry.http.HttpRequest;
import dev.gantry.http.HttpRequest.Link;
import dev.gantry.http.QueryString;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.DockerHost.Scheme;
import dev.gantry.transport.TlsSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes requests to one daemon as the {@code curl} command that would do the same; copied into a
 * shell it does. Secrets are blacked out, and where one was, the command has to be completed.
 */
public final class CurlCommand {
  /** Stands for what was not in memory, such as an archive on its way from a folder. */
  static final String ELSEWHERE = "@BODY";

  private static final Pattern GLOB = Pattern.compile("[\\[\\]{}]");

  private final DockerHost host;
  private final @Nullable TlsSettings tls;

  /**
   * Commands for one daemon.
   *
   * @param tls how it is reached over TLS; null when it is not
   */
  public CurlCommand(DockerHost host, @Nullable TlsSettings tls) {
    this.host = host;
    this.tls = tls;
  }

  /**
   * The command of one request.
   *
   * @param body the JSON that it carries; null when it carries none, or something else
   */
  public String of(HttpRequest request, @Nullable String body) {
    List<String> words = new ArrayList<>(List.of("curl"));
    addWay(words);
    addMethod(words, request);
    for (Field field : request.headers().fields()) {
      addHeader(words, field.name(), Redaction.header(field.name(), field.value()));
    }
    addBody(words, request, body);
    String url = origin() + target(request);
    if (GLOB.matcher(url).find()) {
      words.add("--globoff");
    }
    words.add(url);
    return host.scheme() == Scheme.SSH ? bySsh(words) : ShellWords.join(words);
  }

  private void addWay(List<String> words) {
    if (host.scheme() == Scheme.UNIX || host.scheme() == Scheme.SSH) {
      String path = host.path().isEmpty() ? DockerHost.ofDefaultSocket().path() : host.path();
      boolean isAbstract = path.startsWith("@");
      words.add(isAbstract ? "--abstract-unix-socket" : "--unix-socket");
      words.add(isAbstract ? path.substring(1) : path);
    }
    if (tls != null) {
      addFile(words, "--cacert", tls.ca());
      addFile(words, "--cert", tls.certificate());
      addFile(words, "--key", tls.key());
      if (!tls.verify()) {
        words.add("--insecure");
      }
    }
  }

  private static void addFile(List<String> words, String option, @Nullable Path file) {
    if (file != null) {
      words.add(option);
      words.add(file.toString());
    }
  }

  private static void addMethod(List<String> words, HttpRequest request) {
    if (request.link() != Link.SHARED) {
      words.add("--no-buffer");
    }
    if (request.method().equals("HEAD")) {
      words.add("--head");
    } else if (!request.method().equals("GET")) {
      words.addAll(List.of("-X", request.method()));
    }
    if (request.link() == Link.UPGRADE) {
      addHeader(words, "Connection", "Upgrade");
      if (!request.headers().contains("Upgrade")) {
        addHeader(words, "Upgrade", "tcp");
      }
    }
  }

  private static void addHeader(List<String> words, String name, String value) {
    words.addAll(List.of("-H", name + ": " + value));
  }

  private static void addBody(List<String> words, HttpRequest request, @Nullable String body) {
    if (request.body() != null && request.body().length() != 0) {
      words.add(body == null ? "--data-binary" : "--data-raw");
      words.add(body == null ? ELSEWHERE : Redaction.json(body, isAboutSecrets(request)));
    }
  }

  /** The value of a secret travels under the key {@code Data}, as that of a config does. */
  private static boolean isAboutSecrets(HttpRequest request) {
    return request.path().contains("/secrets/");
  }

  private String origin() {
    return switch (host.scheme()) {
      case UNIX, SSH, NPIPE -> "http://localhost";
      case TCP, HTTP, HTTPS ->
          (tls == null && host.scheme() != Scheme.HTTPS ? "http://" : "https://")
              + host.endpoint()
              + host.basePath();
    };
  }

  /** Its own spelling, unless there is a secret in it. */
  private static String target(HttpRequest request) {
    QueryString shown = new QueryString();
    QueryString whole = new QueryString();
    Route.of(request)
        .query()
        .forEach(
            (name, values) ->
                values.forEach(
                    value -> {
                      whole.add(name, value);
                      shown.add(name, Redaction.named(name, value));
                    }));
    return shown.toString().equals(whole.toString())
        ? request.target()
        : shown.appendTo(request.path());
  }

  private String bySsh(List<String> words) {
    List<String> ssh = new ArrayList<>(List.of("ssh"));
    if (host.port() >= 0) {
      ssh.addAll(List.of("-p", String.valueOf(host.port())));
    }
    if (!host.user().isEmpty()) {
      ssh.addAll(List.of("-l", host.user()));
    }
    ssh.addAll(List.of("--", host.host(), ShellWords.join(words)));
    return ShellWords.join(ssh);
  }
}
