package dev.gantry.dsl.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.GStringImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How single values are read: what no flag of a command line can show, and what is refused. */
class ReadingTest {
  @ParameterizedTest
  @CsvSource({"-1", "1.5.5g", "g", "12 34", "1gg", "1kbi", "inf", "1e400", "9999999p", "''"})
  void textThatIsNoSizeIsRefused(String text) {
    assertRefused("memory", text, "option 'memory' of run");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "1k, 1024",
    "1K, 1024",
    "1kb, 1024",
    "1kB, 1024",
    "1KiB, 1024",
    "1 k, 1024",
    "32m, 33554432",
    "1.5gb, 1610612736",
    "1g, 1073741824",
    "2t, 2199023255552",
    "1p, 1125899906842624",
    "1., 1",
    ".5k, 512",
    "1e3, 1000",
    "1e1k, 10240",
    "1.9, 1",
    "7b, 7"
  })
  void sizeIsReadAsTheCliDoes(String text, long bytes) {
    assertThat(read("memory", text)).isEqualTo(bytes);
  }

  @Test
  void sizeMayBeAnyKindOfWholeNumber() {
    for (Object size : List.of(1024, 1024L, BigInteger.valueOf(1024), new BigDecimal("1024.0"))) {
      assertThat(read("memory", size)).isEqualTo(1024L);
    }
    assertRefused("memory", 0.5, "got a Double (0.5)");
    assertRefused("memory", -5, "-5 is negative");
  }

  @Test
  void swapHasNoLimitAtMinusOne() {
    assertThat(read("memorySwap", -1)).isEqualTo(-1L);
    assertThat(read("memorySwap", "-1")).isEqualTo(-1L);
    assertRefused("memorySwap", -2, "-2 is negative");
  }

  @ParameterizedTest
  @CsvSource({"-1s", "1x", "s", "1s2", "1:30", "''", "1 s", "99999999999h"})
  void textThatIsNoDurationIsRefused(String text) {
    assertRefused("healthInterval", text, "option 'healthInterval' of run");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1ns, 1",
    "1us, 1000",
    "1µs, 1000",
    "1ms, 1000000",
    "1s, 1000000000",
    "1m30s, 90000000000",
    "1.5h, 5400000000000",
    "1h1m1s1ms, 3661001000000",
    ".5s, 500000000",
    "+2s, 2000000000",
    "1.s, 1000000000",
    "30, 30000000000",
    "0.0000000019s, 1"
  })
  void durationIsReadAsGoDoes(String text, long nanoseconds) {
    assertThat(read("healthInterval", text)).isEqualTo(nanoseconds);
  }

  @Test
  void plainNumberIsInSeconds() {
    assertThat(read("healthInterval", 2)).isEqualTo(2_000_000_000L);
    assertThat(read("healthInterval", new BigDecimal("0.25"))).isEqualTo(250_000_000L);
    assertThat(read("healthInterval", Duration.ofMillis(5))).isEqualTo(5_000_000L);
    assertRefused("healthInterval", true, "got a Boolean (true)");
  }

  @Test
  void partOfASecondToStopCountsAsAWholeOne() {
    assertThat(read("stopTimeout", "1500ms")).isEqualTo(2L);
    assertThat(read("stopTimeout", Duration.ofMinutes(1))).isEqualTo(60L);
    assertThat(read("stopTimeout", 0)).isEqualTo(0L);
    assertThat(read("stopTimeout", -1)).isEqualTo(-1L);
  }

  @Test
  void listMayBeAnyCollectionOrArrayOfGroovyTexts() {
    GStringImpl groovy = new GStringImpl(new Object[] {"di"}, new String[] {"au", "o"});
    assertThat(read("groupAdd", new Object[] {groovy, 5})).isEqualTo(List.of("audio", "5"));
    assertThat(read("groupAdd", new LinkedHashSet<>(List.of("a", "b"))))
        .isEqualTo(List.of("a", "b"));
    assertRefused("groupAdd", List.of(List.of()), "wants a text or a list of texts");
  }

  @Test
  void pathIsAText() {
    assertThat(read("workdir", Path.of("/srv"))).isEqualTo("/srv");
  }

  static Stream<Arguments> secrets() {
    return Stream.of(
        Arguments.of("env", "=hunter2"),
        Arguments.of("env", Map.of("", "hunter2")),
        Arguments.of("labels", "a b=hunter2"),
        Arguments.of("storageOpt", "=hunter2"),
        Arguments.of("tty", "hunter2"));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void refusalHasNoValueThatMayBeSecret(String option, Object given) {
    assertThatThrownBy(() -> read(option, given))
        .isInstanceOf(UsageException.class)
        .message()
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({"bad.env", "blank.env"})
  void refusalOfAFileHasNoValue(String file) {
    assertThatThrownBy(() -> read("envFile", file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(file)
        .message()
        .doesNotContain("secret");
  }

  @Test
  void missingFileIsNamed() {
    assertRefused("envFile", "gone.env", "cannot read /CWD/gone.env");
  }

  @Test
  void fileKeepsBlanksAndQuotesAfterTheName() {
    assertThat(read("envFile", "app.env"))
        .isEqualTo(
            List.of("INDENTED=1", "WITH_SPACE=a b ", "QUOTED=\"x\"", "EMPTY=", "FROM_CALLER=here"));
  }

  @Test
  void seccompProfileIsSentByContentWithoutBlanks() {
    assertThat(read("securityOpt", "seccomp=seccomp.json").toString())
        .contains("seccomp={\"defaultAction\":\"SCMP_ACT_ALLOW\",\"x\":\"a \\\" b\"}");
    assertRefused("securityOpt", "seccomp=app.env", "app.env is not a JSON object");
  }

  @Test
  void homeIsWhereTheCallerIsAtHome() {
    assertThat(read("volumes", "~/x:/y").toString())
        .isEqualTo("{HostConfig={Binds=[/home/me/x:/y]}}");
    assertThat(read("volumes", "~you/x:/y").toString()).contains("~you/x:/y");
  }

  @Test
  void platformWithoutArchitectureIsRefused() {
    assertRefused("platform", "linux", "'linux' is not a platform such as linux/arm64");
    assertRefused("platform", "a/b/c/d", "is not a platform");
  }

  @Test
  void textWithBlanksIsNoCommand() {
    assertRefused("command", "ls -l", "wants a list of words such as ['ls', '-l'], got a String");
    assertThat(read("command", "ls")).isEqualTo(List.of("ls"));
  }

  @Test
  void listOfHealthCmdIsRunWithoutAShell() {
    assertThat(read("healthCmd", List.of("curl", "x"))).isEqualTo(List.of("CMD", "curl", "x"));
    assertThat(read("healthCmd", List.of("NONE"))).isEqualTo(List.of("NONE"));
  }

  @Test
  void mountMayUseTheEnginesOwnWords() {
    assertThat(
            read(
                "mounts",
                Map.of(
                    "Type", "bind",
                    "Source", "/a",
                    "Target", "/b",
                    "ReadOnly", true,
                    "BindOptions", Map.of("Propagation", "rshared"))))
        .isEqualTo(
            List.of(
                Map.of(
                    "Type", "bind",
                    "Source", "/a",
                    "Target", "/b",
                    "ReadOnly", true,
                    "BindOptions", Map.of("Propagation", "rshared"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type=image,src=a,dst=/b | a mount of type image needs API 1.48",
        "src=a,dst=/b,volume-subpath=c | 'volume-subpath' of a mount needs API 1.45",
        "type=bind,src=/a,dst=/b,bind-create-src | 'bind-create-src' of a mount needs API 1.42",
        "src=a,dst= | 'dst' of a mount wants a value",
        "\"a | a quote is not closed",
      })
  void mountThatCannotBeIsRefused(String mount, String message) {
    assertThatThrownBy(() -> read("mounts", mount, "1.41"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3.4, 1.2.3.4",
    "::1, ::1",
    "::, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "2001:0DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "fe80:0:0:0:1:2:3:0, fe80::1:2:3:0",
    "1:0:2:0:3:0:4:0, 1:0:2:0:3:0:4:0",
    "::ffff:1.2.3.4, 1.2.3.4",
    "1:2:0:0:0:0:0:0, 1:2::"
  })
  void addressIsWrittenInTheUsualForm(String text, String canonical) {
    assertThat(IpAddress.canonical(text)).contains(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3",
    "1.2.3.4.",
    "1.2.3.256",
    "01.2.3.4",
    "localhost",
    "::g",
    "1:2",
    "''",
    "fe80::1%1"
  })
  void textThatIsNoAddressIsNotLookedUp(String text) {
    assertThat(IpAddress.canonical(text)).isEmpty();
  }

  @Test
  void addressOfAPortMayStandWithoutBrackets() {
    assertThat(read("ports", "::1:80:80")).isEqualTo(read("ports", "[::1]:80:80"));
  }

  private static Object read(String option, Object given) {
    return read(option, given, "1.51");
  }

  private static Object read(String option, Object given, String api) {
    Map<String, Object> read =
        RunOptions.table("run").check("run", Map.of(option, given), TestSurroundings.speaking(api));
    return read.values().iterator().next();
  }

  private static void assertRefused(String option, Object given, String message) {
    assertThatThrownBy(() -> read(option, given))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }
}
