package dev.gantry.dsl.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.engine.Catalogue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class OptionTableTest {
  private static final OptionTable RUN = RunOptions.table("run");

  /** What the design names as options of run and create, beside body. */
  private static final String DOCUMENTED =
      "name env envFile ports publishAll volumes mounts tmpfs network networkAlias hostname"
          + " domainname user workdir entrypoint labels memory memorySwap memoryReservation cpus"
          + " cpuShares cpusetCpus pidsLimit restart privileged capAdd capDrop devices gpus dns"
          + " extraHosts init tty interactive rm detach platform pull healthCmd healthInterval"
          + " readOnly stopSignal stopTimeout shmSize ulimits sysctls logDriver logOpts ipc pid uts"
          + " userns cgroupns securityOpt storageOpt runtime annotations body";

  private static final Map<String, ?> ANNOTATED =
      Map.of("body", Map.of("HostConfig", Map.of("Annotations", Map.of("a", "b"))));

  @Test
  void unknownOptionIsRefusedWithTheNearestName() {
    assertRefused("1.51", Map.of("enviroment", 1))
        .hasMessage("unknown option 'enviroment' for run; did you mean 'env'?");
  }

  @Test
  void nameNearAnAliasOnlyIsRefusedWithTheAlias() {
    assertRefused("1.51", Map.of("autoRemov", true))
        .hasMessage("unknown option 'autoRemov' for run; did you mean 'autoRemove'?");
  }

  @Test
  void optionThatTheEngineIsTooOldForIsRefused() {
    assertRefused("1.41", Map.of("annotations", Map.of("a", "b")))
        .hasMessage("option 'annotations' of run needs API 1.43, and 1.41 is spoken");
  }

  @Test
  void optionThatTheEngineIsTooNewForIsRefused() {
    assertRefused("1.51", Map.of("kernelMemory", "64m"))
        .hasMessage("option 'kernelMemory' of run is gone since API 1.42, and 1.51 is spoken");
  }

  @Test
  void optionGivenUnderTwoNamesIsRefused() {
    assertRefused("1.51", Map.of("volume", "a:/b", "volumes", "c:/d"))
        .hasMessage("option 'volumes' of run is given twice, under two names");
  }

  @Test
  void optionThatIsKnownButRefusedSaysWhatToDo() {
    assertRefused("1.51", Map.of("useApiSocket", true))
        .hasMessageStartingWith("option 'useApiSocket' of run: not supported: mount the socket");
  }

  @Test
  void optionsAboutAttachingAreNotThoseOfCreate() {
    assertThatThrownBy(() -> RunOptions.table("create").find("create", "detach"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("unknown option 'detach' for create");
  }

  @Test
  void wrongTypeIsNamedWithWhatIsWanted() {
    assertRefused("1.51", Map.of("tty", 8080))
        .hasMessage("option 'tty' of run wants true or false, got an Integer (8080)");
    assertRefused("1.51", Map.of("memory", true))
        .hasMessage(
            "option 'memory' of run wants a size such as '512m' or a number of bytes,"
                + " got a Boolean (true)");
  }

  @Test
  void listAndMapAreCalledSo() {
    assertRefused("1.51", Map.of("tty", List.of())).hasMessageEndingWith("got a list");
    assertRefused("1.51", Map.of("tty", Map.of())).hasMessageEndingWith("got a map");
    assertRefused("1.51", Map.of("tty", new Object() {})).hasMessageContaining("OptionTableTest");
  }

  @Test
  void textOfWrongTypeIsNotShownBecauseItMayBeSecret() {
    assertRefused("1.51", Map.of("tty", "hunter2")).hasMessageEndingWith("got a String");
  }

  @Test
  void fieldOfTheBodyThatNoVersionHasIsRefusedWithTheNearest() {
    assertRefused("1.51", Map.of("body", Map.of("HostConfig", Map.of("Memry", 1))))
        .hasMessage(
            "option 'body' of run: unknown field 'Memry' in body.HostConfig of ContainerCreate;"
                + " did you mean 'Memory'?");
  }

  @Test
  void valueOfTheWrongTypeInTheBodyIsRefusedWithItsPath() {
    assertRefused("1.51", Map.of("body", Map.of("HostConfig", Map.of("Memory", "5m"))))
        .hasMessage(
            "option 'body' of run: body.HostConfig.Memory wants an integer, got the text '5m'");
    assertRefused("1.51", Map.of("body", Map.of("Labels", Map.of("a", new Object()))))
        .hasMessageStartingWith("option 'body' of run: ");
  }

  @Test
  void fieldOfTheBodyThatTheEngineIsTooOldForIsRefused() {
    assertRefused("1.41", ANNOTATED)
        .hasMessage(
            "option 'body' of run: body.HostConfig.Annotations needs API 1.43,"
                + " and 1.41 is spoken");
  }

  @Test
  void bodyIsNotCheckedWhenNotStrict() {
    Map<String, Object> given = new HashMap<>(ANNOTATED);
    given.put("strict", false);

    assertThat(RUN.check("run", given, TestSurroundings.speaking("1.41"))).containsKey("body");
  }

  @Test
  void everyBodyNamesAnOperationThatHasOne() {
    BadInputTest.tables().values().stream()
        .flatMap(table -> table.options().stream())
        .filter(Option::addsToBody)
        .forEach(
            option ->
                assertThat(
                        Catalogue.shipped()
                            .operation(option.target().substring(BodyFields.TARGET.length()))
                            .body())
                    .isNotEmpty());
  }

  @Test
  void nullMeansNotGiven() {
    Map<String, String> given = new HashMap<>();
    given.put("name", null);
    assertThat(RUN.check("run", given, TestSurroundings.speaking("1.51"))).isEmpty();
  }

  @Test
  void aliasIsReadUnderTheDocumentedName() {
    assertThat(RUN.check("run", Map.of("addHost", "a:1.2.3.4"), TestSurroundings.speaking("1.51")))
        .containsOnlyKeys("extraHosts");
  }

  @Test
  void everyDocumentedNameIsInTheTable() {
    assertThat(RUN.names()).containsAll(Arrays.asList(DOCUMENTED.split(" ")));
  }

  @Test
  void everyRowIsComplete() {
    Set<String> flags = new HashSet<>();
    for (Option option : RUN.options()) {
      assertThat(option.summary()).as(option.name()).isNotBlank();
      assertThat(option.takes()).as(option.name()).isNotBlank();
      if (!option.flag().isEmpty()) {
        assertThat(flags.add(option.flag())).as(option.flag()).isTrue();
      }
    }
  }

  @Test
  void shortFlagIsToldBesideTheLongOne() {
    assertThat(RUN.find("run", "env").flags()).isEqualTo("-e, --env");
    assertThat(RUN.find("run", "env").flag()).isEqualTo("--env");
    assertThat(RUN.find("run", "restart").flags()).isEqualTo("--restart");
  }

  @Test
  void everyFlagInCamelCaseIsANameOrAnAlias() {
    for (Option option : RUN.options()) {
      if (!option.flag().isEmpty()) {
        assertThat(RUN.find("run", camelCase(option.flag()))).isSameAs(option);
      }
    }
  }

  @Test
  void tableOfAnotherVerbIsDeclaredTheSameWay() {
    OptionTable table =
        OptionTable.of(
            List.of(
                "timeout\ttime\tseconds\t?t\t\t\t--timeout\tSeconds to wait",
                "memory\t\tsize\tMemory\t\t\t--memory\tMemory limit",
                "follow\t\tflag\t-\t\t\t--follow\tStay"));
    Map<String, Object> checked =
        table.check(
            "verb",
            Map.of("time", "1m", "memory", "1k", "follow", true),
            TestSurroundings.speaking("1.51"));
    assertThat(checked).isEqualTo(Map.of("timeout", 60L, "memory", 1024L, "follow", true));
    assertThat(table.place(checked))
        .isEqualTo(
            new OptionTable.Placed(
                Map.of("Memory", 1024L), Map.of("t", 60L), Map.of("follow", true)));
  }

  private static String camelCase(String flag) {
    StringBuilder name = new StringBuilder();
    for (String word : flag.substring(2).split("-", -1)) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(String api, Map<String, ?> given) {
    return assertThatThrownBy(() -> RUN.check("run", given, TestSurroundings.speaking(api)))
        .isInstanceOf(UsageException.class);
  }
}
