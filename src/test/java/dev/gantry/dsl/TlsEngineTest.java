package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gantry.engine.EngineClient;
import dev.gantry.http.HttpClient;
import dev.gantry.http.StreamException;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.PrivateEngine;
import dev.gantry.testing.TestEngine;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.TlsSettings;
import dev.gantry.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/** An engine that listens with TLS, and takes only clients with a certificate. */
@Timeout(180)
class TlsEngineTest {

  @OnEngines
  void everyKindOfCallGoesOverTls(TestEngine like) throws Exception {
    try (PrivateEngine engine = PrivateEngine.start(like.kind(), "--image", "--tls")) {
      DockerHost host = engine.tcpHost().orElseThrow();
      Path files = engine.tlsFolder().orElseThrow();
      refusedAreToldWhy(host, files.resolve("ca.pem"));
      TlsSettings tls =
          new TlsSettings(
              files.resolve("ca.pem"),
              files.resolve("cert.pem"),
              files.resolve("key.pem"),
              true,
              null);
      try (HttpClient http = new HttpClient(Transport.to(host, tls))) {
        EngineClient client = new EngineClient(http, host.toString(), null);
        Docker docker = new Docker(client, DslScript.caller(Notices.NONE));
        callsAreAnswered(docker, like);
        theDockerCliReadsTheSameFiles(docker, like.cli(), host, files);
        streamsEnd(docker);
      }
    }
  }

  private static void refusedAreToldWhy(DockerHost host, Path ca) {
    assertThat(failure(host, null)).contains("the daemon speaks TLS, and this connection is plain");
    assertThat(failure(host, new TlsSettings(ca, null, null, true, null)))
        .contains("the daemon demands a client certificate, and none was given");
    assertThat(failure(host, TlsSettings.SYSTEM)).contains("is signed by an unknown authority");
  }

  private static String failure(DockerHost host, @Nullable TlsSettings tls) {
    try (HttpClient http = new HttpClient(Transport.to(host, tls))) {
      EngineClient client = new EngineClient(http, host.toString(), null);
      return String.valueOf(catchThrowable(client::ping));
    }
  }

  private static void callsAreAnswered(Docker docker, TestEngine like) {
    assertThat(
            DslScript.evaluate(
                docker,
                Map.of(),
                """
                def c = docker.run('busybox', 'sleep', '600', name: 'dsl-tls', detach: true, stopTimeout: 0)
                def many = 'x' * 3_000_000
                c['/many'].write(many)
                [docker.version.Version,
                 docker.run('busybox', 'sh', '-c', 'wc -c; echo done >&2', stdin: many).with { [it.out.trim(), it.err.trim()] },
                 c.exec('cat', stdin: 'to the end').out,
                 c['/many'].text == many,
                 (1..5).collect { c.exec('echo', it).out.trim() }.join(' ')]
                """))
        .isEqualTo(
            List.of(like.version(), List.of("3000000", "done"), "to the end", true, "1 2 3 4 5"));
  }

  private static void theDockerCliReadsTheSameFiles(
      Docker docker, Path cli, DockerHost host, Path files) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(cli.toString(), "ps", "--no-trunc", "--format", "{{.ID}}");
    builder.environment().put("DOCKER_HOST", host.toString());
    builder.environment().put("DOCKER_CERT_PATH", files.toString());
    builder.environment().put("DOCKER_TLS_VERIFY", "1");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said.strip()).isEqualTo(DslScript.evaluate(docker, Map.of(), "docker.ps()[0].Id"));
  }

  /** Followed logs wait without end; an interrupt ends that. */
  private static void streamsEnd(Docker docker) throws Exception {
    CompletableFuture<Thread> reading = new CompletableFuture<>();
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () ->
                end.complete(
                    catchThrowable(
                        () ->
                            DslScript.evaluate(
                                docker,
                                Map.of("reading", reading),
                                """
                                def c = docker.run('busybox', 'sh', '-c', 'echo first; sleep 600',
                                    name: 'dsl-tls-logs', detach: true, stopTimeout: 0)
                                c.logs(follow: true) { reading.complete(Thread.currentThread()) }
                                """))));
    reader.start();
    reading.get(60, TimeUnit.SECONDS).interrupt();
    assertThat(end.get(60, TimeUnit.SECONDS))
        .rootCause()
        .matches(
            e ->
                e instanceof InterruptedException
                    || (e instanceof StreamException stream && stream.cancelled()));
  }
}
