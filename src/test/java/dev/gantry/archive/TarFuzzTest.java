package dev.gantry.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages archives by chance, always the same way: each is extracted, or refused by an error of
 * ours, and nothing is written outside of its folder.
 */
@Timeout(60)
class TarFuzzTest {
  private static final int ROUNDS = 1000;

  @TempDir Path around;

  private static List<byte[]> whole() {
    return List.of(
        new TestTar()
            .folder("d/", 0755)
            .file("d/a", "some text")
            .symlink("d/l", "a")
            .hardLink("h", "d/a")
            .bytes(),
        new TestTar()
            .file("x".repeat(150), "1")
            .special(TarConstants.LF_FIFO, "p")
            .symlink("up", "d/" + "y/".repeat(80))
            .file("last", "2".repeat(700))
            .bytes());
  }

  private static byte[] damaged(byte[] archive, Random chance) {
    byte[] damaged = Arrays.copyOf(archive, archive.length);
    for (int i = chance.nextInt(4); i >= 0; i--) {
      int at = chance.nextInt(damaged.length - 1024);
      damaged[at] =
          (byte)
              (chance.nextBoolean() ? "/.0179xLKSg5".charAt(chance.nextInt(12)) : chance.nextInt());
      mendChecksum(damaged, at / 512 * 512);
    }
    return chance.nextInt(3) == 0
        ? Arrays.copyOf(damaged, chance.nextInt(damaged.length))
        : damaged;
  }

  /** With a wrong sum the header would be refused before anything in it is looked at. */
  private static void mendChecksum(byte[] archive, int header) {
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += i >= 148 && i < 156 ? ' ' : archive[header + i] & 0xff;
    }
    byte[] text = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, archive, header + 148, text.length);
  }

  @Test
  void damagedArchivesNeverLeaveTheirFolder() throws IOException {
    Path outside = Files.writeString(around.resolve("outside"), "untouched");
    Random chance = new Random(20_260_102);
    List<byte[]> whole = whole();
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path target = Files.createDirectories(around.resolve("t"));
      byte[] archive = damaged(whole.get(round % whole.size()), chance);

      Throwable error =
          catchThrowable(
              () ->
                  new TarExtractor(target, notice -> {})
                      .extract(new ByteArrayInputStream(archive)));

      if (error != null) {
        assertThat(error).as("round %d", round).isInstanceOf(ArchiveException.class);
        refused++;
      }
      delete(target);
      try (Stream<Path> left = Files.list(around)) {
        assertThat(left).as("round %d", round).containsExactly(outside);
      }
    }
    assertThat(outside).hasContent("untouched");
    assertThat(refused).isBetween(ROUNDS / 10, ROUNDS - ROUNDS / 10);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.setAttribute(path.getParent(), "unix:mode", 0700);
        Files.delete(path);
      }
    }
  }
}
