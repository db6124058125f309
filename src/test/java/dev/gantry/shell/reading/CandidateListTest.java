package dev.gantry.shell.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of a long list of candidates is on the screen. */
class CandidateListTest {
  private static final CandidateList LIST = new CandidateList(String::length, 80, "…");

  @Test
  void whatFitsHasWholeDescriptions() {
    String about = "a description of some length, but shorter than the screen";
    assertThat(texts(LIST.fitting(items("name", 5, about), 20)))
        .containsExactly(
            "heading",
            "name0 " + about,
            "name1 " + about,
            "name2 " + about,
            "name3 " + about,
            "name4 " + about);
  }

  @Test
  void descriptionsAreCutToTheScreen() {
    assertThat(texts(LIST.fitting(items("name", 1, "x".repeat(100)), 20)))
        .containsExactly("heading", "name0 " + "x".repeat(70) + "…");
  }

  @Test
  void descriptionsAreShortenedBeforeAnythingIsLeftOut() {
    List<String> texts = texts(LIST.fitting(items("name", 30, "word ".repeat(8)), 20));
    assertThat(texts).hasSize(31).contains("name29 word word word word…");
  }

  @Test
  void descriptionsAreDroppedBeforeAnythingIsLeftOut() {
    List<String> texts = texts(LIST.fitting(items("name", 120, "word ".repeat(8)), 16));
    assertThat(texts).hasSize(121).contains("name119");
  }

  @Test
  void endIsLeftOutAndCounted() {
    List<Object> fitting = LIST.fitting(items("n".repeat(70), 50, ""), 10);
    assertThat(texts(fitting)).hasSize(10).endsWith("… and 42 more: type a letter");
    assertThat(LIST.width("… and 42 more: type a letter")).isZero();
  }

  @Test
  void placesThatAreCutHaveTheSignThatCanBeShown() {
    CandidateList ascii = new CandidateList(String::length, 80, "...");
    assertThat(texts(ascii.fitting(items("name", 1, "x".repeat(100)), 20)))
        .containsExactly("heading", "name0 " + "x".repeat(68) + "...");
    assertThat(ascii.width("... and 42 more: type a letter")).isZero();
  }

  @Test
  void headingWithoutRoomForWhatIsBelowItIsLeftOut() {
    List<Object> two = new ArrayList<>(items("n".repeat(70), 8, ""));
    two.addAll(items("m".repeat(70), 8, ""));
    assertThat(texts(LIST.fitting(two, 11)))
        .containsOnlyOnce("heading")
        .endsWith("… and 8 more: type a letter");
  }

  private static List<Object> items(String name, int count, String about) {
    @Nullable String description = about.isEmpty() ? null : about;
    List<Candidate> candidates =
        IntStream.range(0, count)
            .mapToObj(i -> new Candidate(name + i, name + i, "g", description, null, null, true))
            .toList();
    return List.of("heading", new ArrayList<>(candidates));
  }

  private static List<String> texts(List<Object> items) {
    return items.stream()
        .flatMap(item -> item instanceof List<?> list ? list.stream() : Stream.of(item))
        .map(
            it ->
                it instanceof Candidate one
                    ? one.displ() + (one.descr() == null ? "" : " " + one.descr())
                    : String.valueOf(it))
        .toList();
  }
}
