package dev.gantry.shell.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistorySearchTest {
  private final HistorySearch search =
      new HistorySearch(
          Stream.of("docker.ps().size()", "x = 1", "docker.ps(all: true).size()", "a\nb.size()")
              .map(text -> new Typed(Instant.EPOCH, text))
              .toList(),
          true);

  @Test
  void whatIsNowhereFailsAndKeepsWhatWasFound() {
    type("ps(q");
    assertThat(search.status()).isEqualTo("no earlier entry with: ps(q");
    assertThat(found()).isEqualTo("docker.ps(all: true).size()");
    search.back();
    assertThat(search.status()).isEqualTo("earlier entry with: ps(");
  }

  @Test
  void newestEntryThatHasAllOfItIsFound() {
    type("size()");
    assertThat(found()).isEqualTo("a\nb.size()");
    search.back();
    type(") // no");
    search.back();
    assertThat(search.term()).isEqualTo("size() // n");
  }

  @Test
  void stepsGoOlderAndNewerAndCanBeTakenBack() {
    type("PS(");
    assertThat(found()).isEqualTo("docker.ps(all: true).size()");
    search.next(true);
    assertThat(found()).isEqualTo("docker.ps().size()");
    search.next(true);
    assertThat(search.status()).startsWith("no earlier entry");
    search.next(false);
    assertThat(found()).isEqualTo("docker.ps(all: true).size()");
    search.back();
    search.back();
    search.back();
    assertThat(found()).isEqualTo("docker.ps(all: true).size()");
  }

  @Test
  void nothingIsFoundBeforeAnythingIsTyped() {
    assertThat(search.found()).isEmpty();
    search.next(true);
    search.back();
    search.back();
    assertThat(search.status()).isEqualTo("earlier entry with: ");
  }

  private void type(String letters) {
    letters.chars().forEach(letter -> search.type(String.valueOf((char) letter)));
  }

  private String found() {
    return search.found().map(HistorySearch.Found::text).orElse("");
  }
}
