package dev.gantry.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyWatchTest {
  private final Session session = new Session(new ScriptSettings(Map.of(), false, status -> {}));

  KeyWatchTest() {
    session.evaluate(
        "m = [HostConfig: [Memory: 5, 'Odd-Key': null], Id: 'x', 'other one': [[a: 1]]];"
            + " n = ['A', 'B', 'C', 'D', 'E', 'F', 'CapRest', 'RestartPolicy', 'ReadonlyPaths']"
            + ".collectEntries { [it, 1] }");
  }

  @ParameterizedTest
  @CsvSource({
    "m.HostConfg,             no key 'HostConfg'; did you mean 'HostConfig'?",
    "m['HostConfg'],          no key 'HostConfg'; did you mean 'HostConfig'?",
    "m.HostConfig.Memroy,     no key 'Memroy'; did you mean 'Memory'?",
    "m?.HostConfg?.Memory,    no key 'HostConfg'; did you mean 'HostConfig'?",
    "m.qqqqqq,                'no key ''qqqqqq''; there are: HostConfig, Id, other one'",
    "n.Re,                    'no key ''Re''; there are: ReadonlyPaths, RestartPolicy, CapRest, A,"
        + " B, C, D, E …'",
    "m.'other one'[0].b,      no key 'b'; did you mean 'a'?",
    "[:].a,                   no key 'a': there are none",
    "m.HostConfig.'Odd-Key',  'HostConfig.Odd-Key is there, and has no value'",
    "m?.HostConfig['Odd-Key'], 'HostConfig[Odd-Key] is there, and has no value'",
    "m.subMap('HostConfig').HostConfig.'Odd-Key'?.a, 'HostConfig.Odd-Key is there, and has no"
        + " value'",
    "m.'other one'[1],        'no element [1]: there are 1'",
    "m.withDefault { [b: null] }.a.b, 'a.b is there, and has no value'",
  })
  void keyThatIsNotThereIsToldOf(String entry, String sentence) {
    assertThat(session.evaluate(entry)).isEqualTo(new Outcome.Value(null));
    assertThat(session.missedKey()).isEqualTo(sentence);
  }

  @Test
  void nullInTheMiddleIsAnErrorThatNamesTheKey() {
    Outcome.Failed failed = (Outcome.Failed) session.evaluate("m.HostConfg.Memory");
    assertThat(failed.message())
        .startsWith("no key 'HostConfg'; did you mean 'HostConfig'?, so there is null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = m.HostConfg",
        "null",
        "[a: 1].a; null",
        "[1, 2].each { it }; null",
        "m.collect { k, v -> m.zzz }; null"
      })
  void otherNullsAreNotExplained(String entry) {
    session.evaluate("m.zzz");
    session.evaluate(entry);
    assertThat(session.missedKey()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "m.HostConfig.Memory | 5",
        "Integer.MAX_VALUE | 2147483647",
        "java.util.concurrent.TimeUnit.SECONDS.name() | SECONDS",
        "java.util.concurrent.TimeUnit.SECONDS | SECONDS",
        "[[a: 1], [a: 2]].a | [1, 2]",
        "[[a: 1], [a: 2]]*.a | [1, 2]",
        "'text'.length() | 4",
        "'text'.bytes.length | 4",
        "'text'[0] | t",
        "[1, 2][-1] | 2",
        "String.name | java.lang.String",
        "[a: [b: [7]]].a.b[0] | 7",
      })
  void whatIsReadIsWhatGroovyReads(String entry, String value) {
    assertThat(session.evaluate(entry))
        .isInstanceOfSatisfying(
            Outcome.Value.class, it -> assertThat(String.valueOf(it.value())).isEqualTo(value));
  }

  @Test
  void missingVariableIsStillNamed() {
    assertThat(((Outcome.Failed) session.evaluate("mm.a.b")).message())
        .startsWith("no such variable 'mm'");
  }
}
