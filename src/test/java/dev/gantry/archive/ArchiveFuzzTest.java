package dev.gantry.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.UsageException;
import dev.gantry.testing.Fuzz;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Archives in any pieces, broken off or damaged; and rules that nobody would write. */
@Timeout(60)
class ArchiveFuzzTest {
  private static final int BLOCK = 512;
  private static final String PATTERN = "ab/*?[]^-!\\.# \n";

  /** An archive ends with two empty blocks, and the first is enough. */
  private static byte[] archive(Random random) {
    TestTar tar = new TestTar();
    for (int i = random.nextInt(4); i >= 0; i--) {
      tar.file(Fuzz.text("ü/ab", 150, random) + "f", Fuzz.text("ab", 600, random));
    }
    byte[] bytes = tar.bytes();
    return Arrays.copyOf(bytes, bytes.length - BLOCK);
  }

  /** Every entry with its content. */
  private static Object read(InputStream in) throws IOException {
    List<Object> all = new ArrayList<>();
    try (TarReader tar = new TarReader(in)) {
      for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
        all.add(entry);
        all.add(new String(tar.content().readAllBytes(), UTF_8));
      }
    }
    return all;
  }

  @Test
  void archives() {
    Fuzz.read(ArchiveFuzzTest::archive, ArchiveFuzzTest::read);
  }

  @Test
  void rulesAreReadOrRefusedAndDecideOnAnyPath() {
    Fuzz.rounds(
        random -> {
          String text = Fuzz.text(PATTERN, 60, random);
          try {
            IgnoreRules rules = IgnoreRules.parse(text, ".dockerignore");
            IntStream.range(0, 20)
                .mapToObj(any -> "a" + Fuzz.text("ab/. ", 20, random))
                .forEach(path -> assertThat(rules.keeping(path).ignores(path)).as(path).isFalse());
          } catch (UsageException e) {
            assertThat(e).hasMessageContaining(".dockerignore");
          }
        });
  }
}
