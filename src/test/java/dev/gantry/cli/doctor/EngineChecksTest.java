package dev.gantry.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.cli.doctor.Finding.Status;
import dev.gantry.json.Colors;
import dev.gantry.testing.Reply;
import dev.gantry.testing.ScriptedEngine;
import dev.gantry.transport.DockerHost.Scheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Engines that are not as they should be. */
@Timeout(60)
class EngineChecksTest {

  @Test
  void webServerIsNoEngine() throws IOException {
    try (ScriptedEngine web = ScriptedEngine.on(Scheme.TCP)) {
      web.answer("GET /_ping", Reply.reply(404).header("Content-Type", "text/html").body("<p/>"));
      Diagnosis diagnosis = examine(web);
      assertThat(diagnosis.reached()).isFalse();
      assertThat(of("engine", diagnosis))
          .startsWith("failed What answers at " + web.host() + " is not a Docker Engine")
          .contains("proxy");
      assertThat(web.requests()).isEmpty();
    }
  }

  @Test
  void clockThatIsWrongIsAWarningInSeconds() throws IOException {
    ZonedDateTime then = ZonedDateTime.now(ZoneOffset.UTC).minusSeconds(3600);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(then);
    try (ScriptedEngine engine = ScriptedEngine.on(Scheme.UNIX)) {
      engine.answer(
          "GET /_ping",
          Reply.reply(200).header("Api-Version", "1.41").header("Date", date).body("OK"));
      assertThat(of("clocks", examine(engine)))
          .matches("warning the engine's is 3[56]\\d\\d s behind .*NTP.*");
    }
  }

  @Test
  void warningsOfTheEngineComeWithWhatToDo() throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.on(Scheme.UNIX)) {
      engine.answer(
          "GET /info",
          Reply.json(
              200,
              """
              {"Name":"h","HttpProxy":"http://user:secret@proxy:3128","Warnings":[
              "WARNING: No swap limit support",
              "WARNING: bridge-nf-call-iptables is disabled",
              "[DEPRECATION NOTICE]: odd"]}\
              """));
      Diagnosis diagnosis = examine(engine);
      assertThat(diagnosis.findings())
          .filteredOn(finding -> finding.check().equals("engine warns"))
          .extracting(Finding::status)
          .containsExactly(Status.WARNING, Status.WARNING, Status.WARNING);
      assertThat(texts(diagnosis))
          .contains("swapaccount=1", "net.bridge.bridge-nf-call-iptables=1", "…@proxy:3128")
          .doesNotContain("secret");
    }
  }

  @Test
  void oldEngineIsSpokenToInItsOwnVersion() throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.on(Scheme.UNIX, "1.26")) {
      engine.answer(
          "GET /version", Reply.json(200, "{\"Version\":\"17.03.1\",\"ApiVersion\":\"1.26\"}"));
      assertThat(texts(examine(engine)))
          .contains("engine 17.03.1, API 1.26, at least ?")
          .contains("API 1.26 is spoken, which has ");
    }
  }

  @Test
  void stalledAnswerIsAFindingAndTheOthersAreMade() throws IOException {
    try (ScriptedEngine engine = ScriptedEngine.on(Scheme.UNIX)) {
      engine.answer("GET /version", Reply.reply(200).stall());
      engine.answer("GET /info", Reply.json(200, "{\"Name\":\"h\"}"));
      Diagnosis diagnosis = examine(engine);
      assertThat(of("versions", diagnosis)).contains("Gantry 1");
      assertThat(diagnosis.count(Status.FAILED)).isEqualTo(1);
      assertThat(of("host", diagnosis)).startsWith("ok h");
    }
  }

  @Test
  void addressTellsTheOrderAndNothingOfWhatVariablesHold() {
    Map<String, String> env = Map.of("DOCKER_HOST", "ftp://user:secret@host");
    Diagnosis diagnosis = Doctor.examine(Patients.with(env));
    assertThat(of("search order", diagnosis))
        .contains("--host (not given)", "DOCKER_HOST (set)", "DOCKER_CONTEXT (not set)");
    assertThat(of("address", diagnosis)).startsWith("failed ");
    assertThat(texts(diagnosis)).doesNotContain("secret");
  }

  @Test
  void ownProxiesAreNotUsed() {
    Map<String, String> env = Map.of("https_proxy", "http://me:secret@proxy:3128");
    Patient patient = Patients.with(env);
    assertThat(new ProxyCheck().look(patient)).isEmpty();
    patient.leadsTo(
        Objects.requireNonNull(Patients.at("tcp://192.0.2.1:2376", null).destination()));
    assertThat(new ProxyCheck().look(patient))
        .singleElement()
        .matches(it -> it.status() == Status.WARNING)
        .matches(it -> it.detail().endsWith("https_proxy=http://…@proxy:3128"));
  }

  @Test
  void otherSocketsAreHintsUnlessTheyAreTheSame(@TempDir Path folder) throws IOException {
    Path rootless = Files.createFile(folder.resolve("docker.sock"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), rootless);
    Patient patient = Patients.with(Map.of("XDG_RUNTIME_DIR", folder.toString()));
    assertThat(new OthersCheck().look(patient))
        .contains(
            new Finding(
                "other engines",
                Status.OK,
                rootless + " is there (rootless Docker)",
                "Look at it with: gantry -H unix://" + rootless + " --doctor"));
    patient.leadsTo(Objects.requireNonNull(Patients.at("unix://" + link, null).destination()));
    assertThat(new OthersCheck().look(patient))
        .noneMatch(finding -> finding.detail().startsWith(rootless.toString()));
  }

  @Test
  void littleRoomIsAWarning() {
    long giga = 1_000_000_000;
    DiskCheck check = new DiskCheck();
    assertThat(check.of(Path.of("/d"), giga, 9 * giga).status()).isEqualTo(Status.WARNING);
    assertThat(check.of(Path.of("/d"), 40 * giga, 1000 * giga).status()).isEqualTo(Status.WARNING);
    assertThat(check.of(Path.of("/d"), 6 * giga, 9 * giga).detail())
        .isEqualTo("6GB free of 9GB in /d");
  }

  private static Diagnosis examine(ScriptedEngine engine) {
    return Doctor.examine(Patients.naming(engine.host().toString()));
  }

  private static String of(String check, Diagnosis diagnosis) {
    List<String> all =
        diagnosis.findings().stream()
            .filter(finding -> finding.check().equals(check))
            .map(finding -> finding.status() + " " + finding.detail() + " " + finding.todo())
            .toList();
    return String.join("\n", all);
  }

  private static String texts(Diagnosis diagnosis) {
    return Page.of(diagnosis, 0, Colors.OFF).replaceAll("\\s+", " ");
  }
}
