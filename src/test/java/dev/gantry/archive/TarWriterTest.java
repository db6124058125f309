package dev.gantry.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gantry.archive.TarFilter.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarWriterTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private byte[] tar(Path root, String name, TarFilter filter) throws IOException {
    try (TarWriter tar = new TarWriter(bytes)) {
      tar.add(root, name, filter);
    }
    return bytes.toByteArray();
  }

  /** One line for each entry: its kind and name, and its content or where it leads. */
  private static List<String> listed(byte[] archive) throws IOException {
    List<String> lines = new ArrayList<>();
    try (TarReader tar = new TarReader(new ByteArrayInputStream(archive))) {
      for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
        String content = new String(tar.content().readNBytes(20), UTF_8);
        lines.add(entry.kind() + " " + entry.name() + " " + content + entry.link());
      }
    }
    return lines;
  }

  private static TarEntry only(byte[] archive) throws IOException {
    try (TarReader tar = new TarReader(new ByteArrayInputStream(archive))) {
      return Objects.requireNonNull(tar.next());
    }
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> tar(folder.resolve("nothing"), "x", TarFilter.ALL))
        .isInstanceOf(ArchiveException.class)
        .hasMessage("cannot read " + folder + "/nothing: there is no such file or folder");
  }

  @Test
  void unreadableFileIsNamed() throws IOException {
    Path file = folder.resolve("secret");
    Files.createFile(file, PosixFilePermissions.asFileAttribute(Set.of()));
    assumeThat(Files.isReadable(file)).as("root reads everything").isFalse();

    assertThatThrownBy(() -> tar(folder, "x", TarFilter.ALL))
        .isInstanceOf(ArchiveException.class)
        .hasMessage("cannot read " + file + ": permission denied");
  }

  @Test
  void contentThatIsShorterThanAnnouncedIsAnErrorAndLongerIsCut() throws IOException {
    try (TarWriter tar = new TarWriter(bytes)) {
      tar.add(TarEntry.file("long", 0600, 2), new ByteArrayInputStream("longer".getBytes(UTF_8)));
    }
    assertThat(listed(bytes.toByteArray())).containsExactly("FILE long lo");

    TarWriter tar = new TarWriter(OutputStream.nullOutputStream());
    assertThatThrownBy(
            () ->
                tar.add(
                    TarEntry.file("short", 0600, 9), new ByteArrayInputStream(new byte[] {1, 2})))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(
            "cannot read short: it became shorter while it was read, 7 bytes are missing of 9");
  }

  @Test
  void archiveThatCouldNotBeWrittenIsNotEnded() throws IOException {
    assertThatThrownBy(() -> tar(folder.resolve("nothing"), "x", TarFilter.ALL))
        .isInstanceOf(ArchiveException.class);

    assertThat(bytes.size()).isZero();
  }

  @Test
  void errorOfTheStreamThatIsWrittenToComesAsItIs() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    assertThatThrownBy(() -> new TarWriter(full).add("a", new byte[100_000], 0644))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("no space left");
  }

  @Test
  void folderIsWrittenInTheOrderOfNames() throws IOException {
    write(folder.resolve("b/two"), "2");
    write(folder.resolve("b/one"), "1");
    write(folder.resolve("a"), "");

    assertThat(listed(tar(folder, "top", TarFilter.ALL)))
        .containsExactly(
            "FOLDER top/ ",
            "FILE top/a ",
            "FOLDER top/b/ ",
            "FILE top/b/one 1",
            "FILE top/b/two 2");
  }

  @Test
  void emptyNamePutsTheContentsAtTheTop() throws IOException {
    write(folder.resolve("a/b"), "1");

    assertThat(listed(tar(folder, "", TarFilter.ALL))).containsExactly("FOLDER a/ ", "FILE a/b 1");
    assertThatThrownBy(() -> tar(folder.resolve("a/b"), "", TarFilter.ALL))
        .hasMessage("cannot read " + folder + "/a/b as a folder: it is none");
  }

  @Test
  void fileIsWrittenUnderTheNameItIsGiven() throws IOException {
    write(folder.resolve("a"), "1");

    assertThat(listed(tar(folder.resolve("a"), "other", TarFilter.ALL)))
        .containsExactly("FILE other 1");
  }

  @Test
  void filterLeavesOutFilesOrWholeFolders() throws IOException {
    write(folder.resolve("skipped/in"), "1");
    write(folder.resolve("pruned/out"), "2");
    List<String> asked = new ArrayList<>();
    TarFilter filter =
        (path, isFolder) -> {
          asked.add(path + (isFolder ? "/" : ""));
          return path.equals("pruned")
              ? Verdict.PRUNE
              : path.equals("skipped") ? Verdict.SKIP : Verdict.TAKE;
        };

    assertThat(listed(tar(folder, "", filter))).containsExactly("FILE skipped/in 1");
    assertThat(asked).containsExactly("pruned/", "skipped/", "skipped/in");
  }

  @Test
  void linksStayLinksAndSecondNamesAreLinked() throws IOException {
    write(folder.resolve("a"), "1");
    Files.createLink(folder.resolve("b"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("c"), Path.of("nowhere/é"));
    Files.createSymbolicLink(folder.resolve("d"), folder);

    assertThat(listed(tar(folder, "x", TarFilter.ALL)))
        .containsExactly(
            "FOLDER x/ ",
            "FILE x/a 1",
            "HARD_LINK x/b x/a",
            "SYMLINK x/c nowhere/é",
            "SYMLINK x/d " + folder);
  }

  @Test
  void modeOwnerAndTimeAreKept() throws IOException {
    Path file = folder.resolve("run");
    write(file, "1");
    Files.setAttribute(file, "unix:mode", 04751);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-02T03:04:05.678Z")));

    TarEntry entry = only(tar(file, "run", TarFilter.ALL));

    assertThat(entry.mode()).isEqualTo(04751);
    assertThat(entry.uid()).isEqualTo(((Number) Files.getAttribute(file, "unix:uid")).longValue());
    assertThat(entry.modified()).isEqualTo("2020-01-02T03:04:05Z");
  }

  @Test
  void rootOwnsAllWhenAskedFor() throws IOException {
    TarEntry nobodys =
        new TarEntry("a", TarEntry.Kind.FILE, 0600, 65534, 65534, 0, Instant.EPOCH, "");
    try (TarWriter tar = new TarWriter(bytes).ownedByRoot()) {
      tar.add(nobodys, InputStream.nullInputStream());
    }

    assertThat(only(bytes.toByteArray())).isEqualTo(rootOwned(nobodys));
  }

  private static TarEntry rootOwned(TarEntry entry) {
    return new TarEntry(
        entry.name(), entry.kind(), entry.mode(), 0, 0, entry.size(), entry.modified(), "");
  }

  @Test
  void namesAreOfAnyLengthAndScript() throws IOException {
    String deep = "ein ziemlich langer Name: ".repeat(8) + "日本語 ü\n";
    write(folder.resolve("d".repeat(120)).resolve(deep), "1");

    assertThat(listed(tar(folder, "", TarFilter.ALL)))
        .contains("FILE " + "d".repeat(120) + "/" + deep + " 1");
  }

  @Test
  void socketsAreLeftOutAndReported() throws IOException {
    Path socket = folder.resolve("s");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      try (TarWriter tar = new TarWriter(bytes)) {
        assertThat(tar.add(folder, "", TarFilter.ALL)).containsExactly(socket);
      }
    }
    assertThat(listed(bytes.toByteArray())).isEmpty();
  }

  @Test
  void pipesGoInAsSuchAndAreNotRead() throws Exception {
    Path pipe = folder.resolve("p");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(listed(tar(pipe, "p", TarFilter.ALL))).containsExactly("SPECIAL p ");
  }

  @Test
  void sizeHasNoLimit() throws IOException {
    long size = (9L << 30) + 1;
    TarWriter tar = new TarWriter(bytes);
    assertThatThrownBy(
            () -> tar.add(TarEntry.file("big", 0600, size), InputStream.nullInputStream()))
        .hasMessageContaining("bytes are missing of " + size);

    assertThat(only(bytes.toByteArray()).size()).isEqualTo(size);
  }
}
