package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemasTest {

  @Test
  void fieldThatNeverWasIsNotGone() {
    assertThat(Schemas.goneSince("ImageInspect", "NoSuchField")).isEmpty();
    assertThat(Schemas.goneSince("NoSuchSchema", "Id")).isEmpty();
  }

  @Test
  void fieldThatIsStillThereIsNotGone() {
    assertThat(Schemas.goneSince("ImageInspect", "Id")).isEmpty();
  }

  @Test
  void goneFieldIsGoneSinceTheVersionAfterItsLast() {
    assertThat(Schemas.goneSince("ImageInspect", "ContainerConfig"))
        .contains(ApiVersion.parse("1.45"));
    assertThat(Schemas.goneSince("NetworkSettings", "IPAddress"))
        .contains(ApiVersion.parse("1.52"));
  }

  @Test
  void everyRowHasItsFiveColumns() {
    List<String> rows = Catalogue.rows("schemas.tsv");

    assertThat(rows)
        .hasSizeGreaterThan(1000)
        .allSatisfy(row -> assertThat(row.split("\t", -1)).hasSize(5));
  }
}
