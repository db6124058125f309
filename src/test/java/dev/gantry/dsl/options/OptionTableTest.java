package dev.gantry.dsl.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
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

  @Test
  void unknownOptionIsRefusedWithTheNearestName() {
    assertRefused("1.51", Map.of("enviroment", 1))
        .hasMessage("unknown option 'enviroment' for run; did you mean 'env'?");
  }

  @Test
  void optionThatTheEngineIsTooOldForIsRefused() {
    assertRefused("1.41", Map.of("annotations", Map.of("a", "b")))
        .hasMessage("option 'annotations' of run needs API 1.43, this engine speaks 1.41");
  }

  @Test
  void optionThatTheEngineIsTooNewForIsRefused() {
    assertRefused("1.51", Map.of("kernelMemory", "64m"))
        .hasMessage("option 'kernelMemory' of run is gone since API 1.42, this engine speaks 1.51");
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
  void textOfWrongTypeIsNotShownBecauseItMayBeSecret() {
    assertRefused("1.51", Map.of("tty", "hunter2")).hasMessageEndingWith("got a String");
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
  void everyFlagInCamelCaseIsANameOrAnAlias() {
    for (Option option : RUN.options()) {
      if (!option.flag().isEmpty()) {
        assertThat(RUN.find("run", camelCase(option.flag()))).isSameAs(option);
      }
    }
  }

  @Test
  void tableOfAnotherVerbIsDeclaredTheSameWay() {
    OptionTable stop =
        OptionTable.of(List.of("timeout\ttime\tseconds\t?t\t\t\t--timeout\tSeconds to wait"));
    assertThat(stop.check("stop", Map.of("time", "1m"), TestSurroundings.speaking("1.51")))
        .isEqualTo(Map.of("timeout", 60L));
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
