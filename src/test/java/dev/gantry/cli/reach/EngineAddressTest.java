package dev.gantry.cli.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.cli.reach.TlsFlags.PemFiles;
import dev.gantry.dsl.EngineContext;
import dev.gantry.transport.TlsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressTest {
  @TempDir Path folder;
  private ContextFiles files;

  @BeforeEach
  void makeContexts() throws Exception {
    files = new ContextFiles(folder);
    files.context("near", "unix:///near").context("far", "tcp://192.0.2.1:2376");
  }

  private Destination resolve(Map<String, String> variables, Reach reach) {
    Map<String, String> env = new HashMap<>(files.env());
    env.putAll(variables);
    return new EngineAddress(env, path -> false).resolve(reach);
  }

  private String reached(Map<String, String> variables, Reach reach) {
    Destination found = resolve(variables, reach);
    return found.context() + " " + found.host() + " by " + found.why();
  }

  private static Reach host(String host) {
    return new Reach(Naming.ofCommandLine(host, null), TlsFlags.UNSAID, null, null, false);
  }

  private static Reach context(String context) {
    return new Reach(Naming.ofCommandLine(null, context), TlsFlags.UNSAID, null, null, false);
  }

  private static Reach tls(String host, TlsFlags flags) {
    return new Reach(Naming.ofCommandLine(host, null), flags, null, null, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://192.0.2.1:2375", "http://192.0.2.1", "engine.example"})
  void plainTcpToAnotherMachineIsRefusedUnlessInsisted(String url) {
    assertThatThrownBy(() -> resolve(Map.of(), host(url)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("refusing plain TCP to ")
        .hasMessageContaining("--tlsverify")
        .hasMessageContaining("ssh://")
        .hasMessageContaining("--insecure");
    assertThatThrownBy(() -> resolve(Map.of("DOCKER_HOST", url), Reach.UNSAID))
        .isInstanceOf(UsageException.class);
    Reach insisting = new Reach(Naming.ofCommandLine(url, null), TlsFlags.UNSAID, null, null, true);
    assertThat(resolve(Map.of(), insisting).isOpen()).isTrue();
  }

  @Test
  void plainTcpOfAContextIsRefusedToo() throws Exception {
    assertThatThrownBy(() -> resolve(Map.of(), context("far")))
        .hasMessageStartingWith("refusing plain TCP to tcp://192.0.2.1:2376");
    files.tls("far", "ca.pem");
    assertThat(resolve(Map.of(), context("far")).isOpen()).isFalse();
  }

  @Test
  void hostAndContextTogetherAreRefused() {
    Reach both =
        new Reach(Naming.ofCommandLine("unix:///x", "near"), TlsFlags.UNSAID, null, null, false);
    assertThatThrownBy(() -> resolve(Map.of(), both))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("one of them, not both");
  }

  @Test
  void unknownContextIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> resolve(Map.of(), context("nera")))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "There is no context 'nera' (--context on the command line);"
                + " there are: default, far, near; did you mean 'near'?");
    assertThatThrownBy(() -> resolve(Map.of("DOCKER_CONTEXT", "../../x"), Reach.UNSAID))
        .hasMessageContaining("'../../x' (DOCKER_CONTEXT from the environment)");
  }

  @Test
  void brokenContextIsRefusedWithItsFile() throws Exception {
    files.meta("near", "{\"Name\":").meta("far", "{\"Name\":\"far\",\"Endpoints\":{}}");
    assertThatThrownBy(() -> resolve(Map.of(), context("near")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("The context 'near' (--context on the command line) cannot be used")
        .hasMessageContaining(files.in("meta", "near").resolve("meta.json").toString());
    assertThatThrownBy(() -> resolve(Map.of(), context("far")))
        .hasMessageContaining("names no endpoint for Docker");
  }

  @Test
  void optionsAboutTlsAreNotLeftOutForAContext() {
    TlsFlags verify = new TlsFlags(null, PemFiles.UNSAID, true);
    Reach reach = new Reach(Naming.ofCommandLine(null, "near"), verify, null, null, false);
    assertThatThrownBy(() -> resolve(Map.of(), reach))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("the context 'near' has TLS settings of its own");
  }

  @Test
  void missingFileForTlsIsNamed() {
    assertThatThrownBy(
            () -> resolve(Map.of("DOCKER_TLS_VERIFY", "1"), host("tcp://127.0.0.1:2376")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("there is no file " + folder.resolve("ca.pem"))
        .hasMessageContaining("--tlscacert");
  }

  @Test
  void certificateWithoutItsKeyIsRefused() throws Exception {
    Files.writeString(folder.resolve("ca.pem"), "");
    String file = Files.writeString(folder.resolve("mine.pem"), "").toString();
    TlsFlags flags = new TlsFlags(null, new PemFiles(null, file, null), true);
    assertThatThrownBy(() -> resolve(Map.of(), tls("tcp://127.0.0.1", flags)))
        .hasMessageContaining("name its key with --tlskey");
  }

  @Test
  void whatIsNearestTheCommandLineWins() throws Exception {
    Map<String, String> env =
        Map.of("DOCKER_HOST", "unix:///env", "DOCKER_CONTEXT", "near", "DOCKER_TLS_VERIFY", "");
    assertThat(reached(env, host("unix:///flag")))
        .isEqualTo("default unix:///flag by --host on the command line");
    assertThat(reached(env, context("near")))
        .isEqualTo("near unix:///near by --context on the command line");
    assertThat(reached(env, Reach.UNSAID))
        .isEqualTo("default unix:///env by DOCKER_HOST from the environment");
    assertThat(reached(Map.of("DOCKER_CONTEXT", "near", "DOCKER_HOST", ""), Reach.UNSAID))
        .isEqualTo("near unix:///near by DOCKER_CONTEXT from the environment");
    files.config("{\"currentContext\": \"near\"}");
    assertThat(reached(Map.of(), Reach.UNSAID))
        .isEqualTo("near unix:///near by currentContext in " + folder.resolve("config.json"));
    assertThat(reached(Map.of("DOCKER_CONTEXT", "default"), Reach.UNSAID))
        .isEqualTo("default unix:///var/run/docker.sock by the default socket");
  }

  @Test
  void defaultContextIsWhatTheEnvironmentSays() {
    assertThat(reached(Map.of("DOCKER_HOST", "unix:///env"), context("default")))
        .isEqualTo("default unix:///env by DOCKER_HOST from the environment");
    assertThat(reached(Map.of("DOCKER_HOST", "unix:///env"), host(" ")))
        .isEqualTo("default unix:///var/run/docker.sock by the default socket");
  }

  @Test
  void tlsIsTurnedOnByOptionsAndEnvironment() throws Exception {
    Path pems = Files.createDirectory(folder.resolve("pems"));
    for (String name : List.of("ca.pem", "cert.pem", "key.pem")) {
      Files.writeString(pems.resolve(name), "");
    }
    Map<String, String> there = Map.of("DOCKER_CERT_PATH", pems.toString());
    assertThat(resolve(there, host("tcp://127.0.0.1")).tls()).isNull();
    TlsFlags encrypted = new TlsFlags(true, PemFiles.UNSAID, null);
    assertThat(resolve(there, tls("tcp://127.0.0.1", encrypted)).tls())
        .isEqualTo(
            new TlsSettings(
                pems.resolve("ca.pem"),
                pems.resolve("cert.pem"),
                pems.resolve("key.pem"),
                false,
                null));
    TlsFlags doubting = new TlsFlags(null, PemFiles.UNSAID, false);
    Map<String, String> env = new HashMap<>(there);
    env.put("DOCKER_TLS_VERIFY", "0");
    assertThat(resolve(env, Reach.UNSAID))
        .satisfies(found -> assertThat(found.host()).hasToString("tcp://localhost:2376"))
        .matches(EngineAddressTest::isVerified);
    assertThat(resolve(env, tls("tcp://127.0.0.1", doubting))).matches(found -> !isVerified(found));
  }

  @Test
  void contextBringsItsTls() throws Exception {
    files.tls("far", "ca.pem", "cert.pem", "key.pem");
    Path tls = files.in("tls", "far").resolve("docker");
    assertThat(resolve(Map.of("DOCKER_TLS_VERIFY", "1"), context("far")).tls())
        .isEqualTo(
            new TlsSettings(
                tls.resolve("ca.pem"),
                tls.resolve("cert.pem"),
                tls.resolve("key.pem"),
                true,
                null));
    files.meta("far", "{\"Endpoints\":{\"docker\":{\"Host\":\"tcp://h\",\"SkipTLSVerify\":true}}}");
    assertThat(resolve(Map.of(), context("far"))).matches(found -> !isVerified(found));
    assertThat(resolve(Map.of(), context("far")).host()).hasToString("tcp://h:443");
  }

  @Test
  void contextsAreListedWithWhatIsWrongWithThem() throws Exception {
    files.meta("odd", "nonsense");
    Map<String, String> env = new HashMap<>(files.env());
    env.put("DOCKER_HOST", "unix:///env");
    List<EngineContext> contexts = EngineAddress.in(env).contexts(Reach.UNSAID);
    assertThat(contexts)
        .filteredOn(context -> context.error().isEmpty())
        .extracting(context -> context.name() + " " + context.host() + " " + context.description())
        .containsExactly(
            "default unix:///env DOCKER_HOST, or else the socket",
            "far tcp://192.0.2.1:2376 the far one",
            "near unix:///near the near one");
    assertThat(contexts).filteredOn(context -> !context.error().isEmpty()).hasSize(1);
  }

  @Test
  void socketOfARootlessEngineIsTakenWhenItIsAllThereIs() {
    Map<String, String> env = Map.of("XDG_RUNTIME_DIR", "/run/user/7");
    assertThat(only(env, "/run/user/7/docker.sock")).isEqualTo("unix:///run/user/7/docker.sock");
    assertThat(only(env, "/run/user/7/podman/podman.sock"))
        .isEqualTo("unix:///run/user/7/podman/podman.sock");
    assertThat(only(Map.of(), "/run/podman/podman.sock"))
        .isEqualTo("unix:///run/podman/podman.sock");
  }

  private static boolean isVerified(Destination found) {
    return Objects.requireNonNull(found.tls()).verify();
  }

  private static String only(Map<String, String> env, String socket) {
    return new EngineAddress(env, path -> path.equals(Path.of(socket)))
        .resolve(Reach.UNSAID)
        .host()
        .toString();
  }
}
