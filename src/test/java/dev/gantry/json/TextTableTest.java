package dev.gantry.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {
  private static final Tabular CONTAINERS =
      Tabular.of(
          List.of("ContainerId", "Image", "Command", "Status"),
          List.of(
              row("3f2a9c1d0b7e", "nginx:latest", "/docker-entrypoint.sh nginx -g", "Up 2 hours"),
              row("aa11bb22cc33", "registry.example/团队/app:1", "sh", "Exited (0)")));

  @Test
  void controlCharactersOfACellCannotReachTheTerminal() {
    Tabular table = Tabular.of(List.of("A"), List.of(Map.of("A", "x\u001b]0;t\u0007\n\u202ey")));
    assertThat(TextTable.format(table, 0, Colors.OFF))
        .isEqualTo("A\nx\\u001b]0;t\\u0007\\n\\u202ey\n");
  }

  @Test
  void withoutLimitNothingIsCut() {
    assertThat(TextTable.format(CONTAINERS, 0, Colors.OFF))
        .isEqualTo(
            """
            CONTAINER ID   IMAGE                         COMMAND                          STATUS
            3f2a9c1d0b7e   nginx:latest                  /docker-entrypoint.sh nginx -g   Up 2 hours
            aa11bb22cc33   registry.example/团队/app:1   sh                               Exited (0)
            """);
  }

  @Test
  void widestColumnsAreCutFirst() {
    assertThat(TextTable.format(CONTAINERS, 70, Colors.OFF))
        .isEqualTo(
            """
            CONTAINER ID   IMAGE                  COMMAND               STATUS
            3f2a9c1d0b7e   nginx:latest           /docker-entrypoint…   Up 2 hours
            aa11bb22cc33   registry.example/团…   sh                    Exited (0)
            """);
  }

  @Test
  void whatIsLeftOutOnANarrowScreenIsToldAndTheStateStays() {
    assertThat(TextTable.format(CONTAINERS, 30, Colors.OFF))
        .isEqualTo(
            """
            CONTAINER ID   STATUS
            3f2a9c1d0b7e   Up 2 hours
            aa11bb22cc33   Exited (0)
            … not shown: IMAGE, COMMAND
            """);
  }

  @Test
  void nameAndStateStayLongest() {
    Tabular table =
        Tabular.of(
            List.of("CONTAINER ID", "NAME", "IMAGE", "STATUS"),
            List.of(
                Map.of(
                    "CONTAINER ID",
                    "3f2a9c1d0b7e",
                    "NAME",
                    "a-rather-long-name",
                    "IMAGE",
                    "nginx",
                    "STATUS",
                    "Up 2 hours (healthy)")));
    assertThat(TextTable.format(table, 40, Colors.OFF))
        .isEqualTo(
            """
            NAME                 STATUS
            a-rather-long-name   Up 2 hours (health…
            … not shown: CONTAINER ID, IMAGE
            """);
  }

  @Test
  void whereThereIsRoomTheWayToAllIsTold() {
    List<String> columns = List.of("A COLUMN", "B COLUMN", "C COLUMN", "D COLUMN", "E COLUMN");
    Map<String, String> row =
        columns.stream().collect(Collectors.toMap(it -> it, it -> it.repeat(3)));
    assertThat(TextTable.format(Tabular.of(columns, List.of(row)), 70, Colors.OFF))
        .endsWith("… not shown: D COLUMN, E COLUMN (_.vertical() shows all)\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 12, 13, 29, 40, 57, 63, 80, 120, 140, 200})
  void noLineIsWiderThanTheScreen(int width) {
    assertThat(TextTable.format(CONTAINERS, width, Colors.OFF).lines())
        .hasSizeBetween(3, 4)
        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width))
        .allSatisfy(line -> assertThat(line).doesNotEndWith(" "));
  }

  @Test
  void screenThatCannotShowAnEllipsisGetsDots() throws IOException {
    StringBuilder out = new StringBuilder();
    TextTable.write(CONTAINERS, new Layout(50, Colors.OFF, "...", Layout.Accents.NONE), out);
    assertThat(out.toString()).contains("registry.example/团...", "... not shown: COMMAND");
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(50));
  }

  @Test
  void interruptStopsALongTable() {
    Tabular table = Tabular.of(List.of("A"), Collections.nCopies(2000, Map.of("A", 1)));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> TextTable.format(table, 80, Colors.OFF))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void nullIsEmptyAndNestedValueIsJson() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("A", null);
    row.put("B", List.of(1, Map.of("c", "d")));
    assertThat(TextTable.format(Tabular.of(List.of("A", "B", "C"), List.of(row)), 0, Colors.OFF))
        .isEqualTo("A   B               C\n    [1,{\"c\":\"d\"}]\n");
  }

  @Test
  void tableWithoutRowsIsItsHeader() {
    assertThat(TextTable.format(Tabular.of(List.of("Id", "SharedSize"), List.of()), 80, Colors.OFF))
        .isEqualTo("ID   SHARED SIZE\n");
  }

  @Test
  void onlyTheHeaderIsColoured() {
    assertThat(TextTable.format(Tabular.of(List.of("A"), List.of(Map.of("A", 1))), 9, Colors.ON))
        .isEqualTo("\u001b[36mA\u001b[0m\n1\n");
  }

  @Test
  void tabbedTextHasNoHeaderAndNoRawTabs() {
    Tabular table = Tabular.of(List.of("A", "B"), List.of(Map.of("A", "x\ty", "B", 1), Map.of()));
    assertThat(TextTable.tabbed(table)).isEqualTo("x\\ty\t1\n\t\n");
  }

  private static Map<String, String> row(String id, String image, String command, String status) {
    return Map.of("ContainerId", id, "Image", image, "Command", command, "Status", status);
  }
}
