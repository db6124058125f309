package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InstantsTest {

  @Test
  void zeroTimeIsNone() {
    assertThat(Instants.of(-62135596800L)).isNull();
    assertThat(Instants.of("0001-01-01T00:00:00Z")).isNull();
    assertThat(Instants.of("")).isNull();
    assertThat(Instants.of(null)).isNull();
  }

  @Test
  void bothFormsAreRead() {
    Instant then = Instant.ofEpochSecond(1_700_000_000);
    assertThat(Instants.of(1_700_000_000L)).isEqualTo(then);
    assertThat(Instants.of("2023-11-14T23:13:20+01:00")).isEqualTo(then);
    assertThat(Instants.of(0)).isEqualTo(Instant.EPOCH);
  }
}
