package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearKeysTest {
  private final NearKeys keys =
      new NearKeys(
          Rows.map(
              Json.read(
                  """
                  {"Id": "x", "GraphDriver": {"WorkDir": "/x"}, "Mounts": [], "State": {"Pid": 0, "Health": {"Log": [{"End": 1}]}},
                   "HostConfig": {"RestartPolicy": {"Name": "no"}, "Binds": ["a:/a"], "Pid": 1},
                   "Config": {"Env": null, "Volumes": null, "WorkingDir": "",
                    "Labels": {"a-b": {"C": 1}, "a$b": {"D": 1}}}}
                  """)));

  @ParameterizedTest
  @CsvSource({
    "zebra,         ''",
    "mounts,        ; did you mean 'Mounts'?",
    "restartPolicy, ; did you mean 'HostConfig.RestartPolicy'?",
    "restartPolcy,  ; did you mean 'HostConfig.RestartPolicy'?",
    "pid,           ; did you mean 'State.Pid'?",
    "env,           ; did you mean 'Config.Env'?",
    "end,           ; did you mean 'State.Health.Log[0].End'?",
    "C,             '; did you mean ''Config.Labels.\"a-b\".C''?'",
    "D,             ; did you mean 'Id'?",
  })
  void keyFurtherDownIsFound(String typed, String hint) {
    assertThat(keys.hint(typed)).isEqualTo(hint);
  }

  @Test
  void propertyIsNearerThanKeysFurtherDown() {
    assertThat(keys.hint("Pid", List.of("pid"), List.of())).isEqualTo("; did you mean 'pid'?");
    assertThat(keys.hint("stauts", List.of("status"), List.of()))
        .isEqualTo("; did you mean 'status'?");
  }

  @Test
  void whatAnOptionSetsIsToldWhereThereIsSomething() {
    assertThat(keys.hint("workdir", List.of(), List.of("Config.WorkingDir")))
        .isEqualTo("; what the option 'workdir' sets is read by 'Config.WorkingDir'");
    assertThat(keys.hint("volumes", List.of(), List.of("Config.Volumes", "HostConfig.Binds")))
        .isEqualTo("; what the option 'volumes' sets is read by 'HostConfig.Binds'");
    assertThat(keys.hint("zebra", List.of(), List.of("Config.Gone"))).isEmpty();
    assertThat(keys.hint("pid", List.of(), List.of("HostConfig.Pid")))
        .isEqualTo("; did you mean 'State.Pid'?");
  }
}
