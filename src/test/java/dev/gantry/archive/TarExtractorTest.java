package dev.gantry.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarExtractorTest {
  @TempDir Path around;

  private final List<String> notices = new ArrayList<>();
  private Path target = Path.of("");
  private Path outside = Path.of("");

  @BeforeEach
  void makeFolders() throws IOException {
    Path root = around.toRealPath();
    target = Files.createDirectory(root.resolve("target"));
    outside = Files.createDirectory(root.resolve("outside"));
    Files.writeString(outside.resolve("precious"), "untouched");
  }

  private void extract(TestTar tar) {
    new TarExtractor(target, notices::add).extract(tar.stream());
  }

  /** Fails with that, and has touched nothing outside. */
  private void refuses(TestTar tar, String... words) throws IOException {
    assertThatThrownBy(() -> extract(tar))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContainingAll(words);
    assertThat(outside.resolve("precious")).hasContent("untouched");
    assertThat(files(outside)).containsExactly("precious");
    assertThat(files(around)).contains("outside", "target").hasSize(2);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/../../x", "..", "/../x", "./../x", "a/b/../../../x"})
  void nameThatLeadsOutIsRefused(String name) throws IOException {
    refuses(new TestTar().file(name, "bad"), "refused to extract '" + name + "'", "by '..'");
    assertThat(files(target)).isEmpty();
  }

  @Test
  void absoluteNameIsTakenForARelativeOne() throws IOException {
    extract(new TestTar().file(outside + "/precious", "copy").file("//a//./b/../c", "1"));

    assertThat(outside.resolve("precious")).hasContent("untouched");
    assertThat(target.resolve(outside.toString().substring(1)).resolve("precious"))
        .hasContent("copy");
    assertThat(target.resolve("a/c")).hasContent("1");
  }

  @Test
  void nothingIsWrittenThroughALinkThatLeadsOut() throws IOException {
    refuses(
        new TestTar().symlink("out", outside.toString()).file("out/precious", "bad"),
        "refused to extract 'out/precious'",
        "through the link " + target.resolve("out"));
    refuses(
        new TestTar().symlink("out", outside.toString()).folder("out/new/", 0755), "through the");
    refuses(
        new TestTar().symlink("out", outside.toString()).symlink("out/l", "x"), "through the link");
    refuses(
        new TestTar()
            .file("a", "1")
            .symlink("out", outside.toString())
            .hardLink("out/precious", "a"),
        "through the link");
  }

  @Test
  void chainOfLinksIsNoWayOut() throws IOException {
    refuses(
        new TestTar()
            .folder("d/", 0755)
            .symlink("d/one", outside.toString())
            .symlink("two", "d/one")
            .file("two/precious", "bad"),
        "through the link " + target.resolve("two"));
  }

  @Test
  void linkThatWasThereBeforeIsNoWayOut() throws IOException {
    Files.createSymbolicLink(target.resolve("out"), outside);

    refuses(new TestTar().file("out/precious", "bad"), "through the link");
    refuses(new TestTar().folder("out/", 0700), "a folder cannot take the place of a file");
  }

  @Test
  void fileTakesThePlaceOfALinkAndNotOfWhatItLeadsTo() throws IOException {
    extract(
        new TestTar()
            .symlink("a", outside + "/precious")
            .file("a", "new")
            .symlink("b", "/no/where"));

    assertThat(target.resolve("a")).hasContent("new").isRegularFile();
    assertThat(outside.resolve("precious")).hasContent("untouched");
    assertThat(Files.readSymbolicLink(target.resolve("b"))).hasToString("/no/where");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "../../x", "d/../../outside"})
  void relativeLinkThatLeadsOutIsRefused(String link) throws IOException {
    refuses(new TestTar().symlink("l", link), "refused to extract 'l'", "a link to '" + link + "'");
  }

  @Test
  void linkWithinTheFolderIsFollowed() throws IOException {
    extract(
        new TestTar()
            .folder("real/", 0755)
            .symlink("d/up", "../real")
            .file("d/up/file", "1")
            .hardLink("again", "d/up/file"));

    assertThat(target.resolve("real/file")).hasContent("1");
    assertThat(target.resolve("again")).hasContent("1");
  }

  @Test
  void hardLinkToSomethingOutsideIsRefused() throws IOException {
    refuses(new TestTar().hardLink("l", "../outside/precious"), "by '..'");
    refuses(new TestTar().hardLink("l", outside + "/precious"), "which is no file of the archive");
    refuses(
        new TestTar().symlink("out", outside.toString()).hardLink("l", "out/precious"),
        "through the link");
    refuses(new TestTar().hardLink("l", "l"), "which is no file of the archive");
    refuses(new TestTar().folder("d/", 0755).hardLink("l", "d"), "which is no file");
  }

  @Test
  void fileIsNotWrittenThroughAHardLink() throws IOException {
    Files.createLink(target.resolve("same"), outside.resolve("precious"));

    extract(new TestTar().file("same", "new"));

    assertThat(outside.resolve("precious")).hasContent("untouched");
    assertThat(target.resolve("same")).hasContent("new");
  }

  @Test
  void devicesAndPipesAreLeftOutWithANotice() throws IOException {
    extract(
        new TestTar()
            .special(TarConstants.LF_CHR, "null")
            .special(TarConstants.LF_BLK, "disk")
            .special(TarConstants.LF_FIFO, "pipe")
            .file("file", "1"));

    assertThat(files(target)).containsExactly("file");
    assertThat(notices)
        .containsExactly(
            "left out 'null': it is a device or a pipe",
            "left out 'disk': it is a device or a pipe",
            "left out 'pipe': it is a device or a pipe");
  }

  @Test
  void idBitsAreDroppedUnlessAskedFor() throws IOException {
    TestTar tar = new TestTar().file("run", "", 06755).folder("d/", 03770);
    extract(tar);
    assertThat(mode("run")).isEqualTo(0755);
    assertThat(mode("d")).isEqualTo(01770);

    new TarExtractor(target, notices::add).keepingIdBits().extract(tar.stream());
    assertThat(mode("run")).isEqualTo(06755);
    assertThat(mode("d")).isEqualTo(03770);
  }

  private int mode(String name) throws IOException {
    return (int) Files.getAttribute(target.resolve(name), "unix:mode", LinkOption.NOFOLLOW_LINKS)
        & 07777;
  }

  @Test
  void fileAndFolderDoNotReplaceEachOther() throws IOException {
    Files.createDirectory(target.resolve("d"));
    Files.writeString(target.resolve("f"), "old");

    refuses(new TestTar().file("d", ""), "d: a file cannot take the place of a folder");
    refuses(new TestTar().symlink("d", "f"), "d: a file cannot take the place of a folder");
    refuses(new TestTar().folder("f/", 0755), "f: a folder cannot take the place of a file");
    refuses(new TestTar().file("f/in", ""), "cannot extract 'f/in': ", "f is no folder");
    refuses(new TestTar().file(".", ""), "a file cannot take the place of a folder");
    assertThat(target.resolve("f")).hasContent("old");
  }

  @Test
  void readOnlyFolderIsFilledBeforeItBecomesReadOnly() throws IOException {
    extract(new TestTar().folder("d/", 0555).file("d/in", "1", 0400).folder("./", 0700));

    assertThat(target.resolve("d/in")).hasContent("1");
    assertThat(mode("d")).isEqualTo(0555);
    assertThat(mode("d/in")).isEqualTo(0400);
  }

  @Test
  void namesThatNoFileCanHaveAreRefused() throws IOException {
    refuses(new TestTar().file("x".repeat(256), ""), "cannot write ", "ame too long");
    refuses(new TestTar().file("a\0b" + "x".repeat(100), ""), "cannot extract 'a?b");
    refuses(new TestTar().symlink("l", "a\0b" + "x".repeat(100)), "its target is no path");
  }

  @Test
  void archiveThatBreaksOffIsAnErrorAndLeavesNoHalfFile() throws IOException {
    byte[] whole = new TestTar().file("one", "1").file("two", "2".repeat(2000)).bytes();
    for (int length : new int[] {0, 100, 512, 1024, 1536, 2000, 1024 + 512 + 2048}) {
      assertThatThrownBy(
              () ->
                  new TarExtractor(target, notices::add)
                      .extract(new ByteArrayInputStream(Arrays.copyOf(whole, length))))
          .as("%d bytes", length)
          .isInstanceOf(ArchiveException.class)
          .hasMessageStartingWith("cannot read the archive: ");
      assertThat(files(target)).allMatch(name -> name.equals("one") || length > 3500);
    }
  }

  @Test
  void sizeThatNoDiskHasIsRefusedBeforeItIsWritten() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    assertThatThrownBy(
            () ->
                new TarWriter(head)
                    .add(
                        TarEntry.file("big", 0644, 1L << 60),
                        new ByteArrayInputStream(new byte[0])))
        .isInstanceOf(ArchiveException.class);

    assertThatThrownBy(
            () ->
                new TarExtractor(target, notices::add)
                    .extract(new ByteArrayInputStream(head.toByteArray())))
        .hasMessageContaining("big: it has 1152921504606846976 bytes, and the disk has room for");
    assertThat(files(target)).isEmpty();
  }

  @Test
  void compressedArchivesAreReadAndOthersRefused() throws IOException {
    byte[] tar = new TestTar().file("a", "1").bytes();
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(tar);
    }
    ByteArrayOutputStream bzip2 = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(bzip2)) {
      out.write(tar);
    }
    for (byte[] compressed : List.of(gzip.toByteArray(), bzip2.toByteArray())) {
      new TarExtractor(target, notices::add).extract(new ByteArrayInputStream(compressed));
      assertThat(target.resolve("a")).hasContent("1");
      Files.delete(target.resolve("a"));
    }
    byte[] xz = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 0};
    assertThatThrownBy(
            () -> new TarExtractor(target, notices::add).extract(new ByteArrayInputStream(xz)))
        .hasMessage("cannot read the archive: it is compressed by xz, which cannot be undone here");
  }

  @Test
  void namesCanBeChanged() throws IOException {
    new TarExtractor(target, notices::add)
        .renaming(name -> "new/" + name)
        .extract(new TestTar().file("a", "1").hardLink("b", "a").stream());

    assertThat(files(target.resolve("new"))).containsExactly("a", "b");
  }
}
