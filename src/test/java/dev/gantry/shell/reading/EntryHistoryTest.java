package dev.gantry.shell.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.shell.printing.RecordingConsole;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EntryHistoryTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_800_000_000_000L);

  @TempDir Path home;
  private final RecordingConsole console = new RecordingConsole();
  private @SuppressWarnings("NullAway.Init") Terminal terminal;
  private @SuppressWarnings("NullAway.Init") Path file;

  @BeforeEach
  void openTerminal() throws IOException {
    terminal = new DumbTerminal(InputStream.nullInputStream(), OutputStream.nullOutputStream());
    file = home.resolve("state/gantry/history");
  }

  @AfterEach
  void closeTerminal() throws IOException {
    terminal.close();
  }

  @Test
  void brokenFileIsPutAsideAndItsGoodLinesStay() throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes("1:first\n", "nonsense\n", "2:caf\u00e9\n", "3:half\u0000\n"));
    assertThat(texts(open())).containsExactly("first", "half\0");
    assertThat(Files.readString(file)).isEqualTo("1:first\n3:half\0\n");
    assertThat(file.resolveSibling("history.bad")).exists();
    assertThat(console.said().get(0)).contains("unreadable").contains("history.bad");
  }

  @Test
  void homeThatCannotBeWrittenIsSaidOnceAndEntriesStayInMemory() {
    file = Path.of("/proc/gantry/history");
    EntryHistory history = open();
    history.add(NOW, "one");
    history.add(NOW, "two");
    assertThat(texts(history)).containsExactly("one", "two");
    assertThat(console.said())
        .containsExactly("what you type is not kept: cannot use /proc/gantry/history");
  }

  @Test
  void linkToNothingKeepsNothing() throws IOException {
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, Path.of("/dev/null"));
    open().add(NOW, "one");
    assertThat(texts(open())).isEmpty();
    assertThat(console.said()).isEmpty();
    Files.delete(file); // JUnit warns of links that lead out of its folder
  }

  @Test
  void entriesComeBackWholeAndWithTheirTimes() {
    EntryHistory history = open();
    history.add(NOW, "def f() {\n  'a\\nb' + \"\ttab\"\n}");
    history.add(NOW.plusMillis(5), "日本 // é");
    assertThat(open().entries()).isEqualTo(history.entries()).hasSize(2);
    assertThat(open().entries().get(1).at()).isEqualTo(NOW.plusMillis(5));
  }

  @Test
  void blankHiddenRepeatedAndSecretEntriesAreNotTaken() throws IOException {
    EntryHistory history = open();
    for (String entry : List.of("a", "a", " hidden", "  ", "password = 'hunter2'", "b", "a")) {
      history.add(NOW, entry);
    }
    assertThat(texts(history)).containsExactly("a", "b", "a");
    assertThat(texts(open())).as("each once, where it was last").containsExactly("b", "a");
    assertThat(Files.readString(file)).doesNotContain("hunter2", "hidden");
  }

  @Test
  void fileIsTheOwnersAloneEvenIfItWasNot() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "1:x\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    open();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void shellsThatAreOpenAtOnceLoseNothingOfEachOther() throws IOException {
    String tooMany = "1:x\n".repeat(HistoryFile.KEPT * 2).strip();
    EntryHistory first = open();
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> IntStream.range(0, 300).forEach(i -> first.add(NOW, "first " + i)));
    for (int i = 0; i < 20; i++) {
      try (FileGate gate = FileGate.open(file)) {
        gate.append(tooMany);
      }
      open().add(NOW, "other " + i);
    }
    writing.join();
    assertThat(texts(open())).hasSize(1 + 300 + 20);
  }

  @Test
  void lockThatIsNeverLetGoDoesNotHang() throws Exception {
    open();
    Process holder =
        new ProcessBuilder(
                "perl",
                "-e",
                """
                use Fcntl;
                $| = 1;
                open(F, '+<', $ARGV[0]);
                my $lock = pack('s s x4 q q i x4', F_WRLCK, 0, 0, 0, 0);
                fcntl(F, F_SETLK, $lock) or die;
                print 'x';
                sleep 60\
                """,
                file.toString())
            .start();
    try {
      assertThat(holder.getInputStream().read()).isEqualTo('x');
      open().add(NOW, "one");
      assertThat(texts(open())).containsExactly("one");
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void otherShellsEntriesComeOnRequestAlone() throws IOException {
    EntryHistory first = open();
    EntryHistory second = open();
    first.add(NOW, "from the first");
    second.add(NOW.plusMillis(1), "from the second");
    assertThat(texts(second)).containsExactly("from the second");
    assertThat(second.sync()).isEqualTo(1);
    assertThat(texts(second)).containsExactly("from the first", "from the second");
    assertThat(second.sync()).isZero();
  }

  @Test
  void projectHasItsOwnFileAndBothAreRecalled() throws IOException {
    open().add(NOW, "everywhere");
    Path project = home.resolve("work/shop");
    Files.createDirectories(project.resolve(".gantry"));
    Files.createDirectories(project.resolve("src/main"));
    Optional<Path> found = ProjectFolder.history(project.resolve("src/main"), home);
    assertThat(found).hasValue(project.resolve(".gantry/history"));
    EntryHistory history = open(found);
    history.add(NOW, "here");
    assertThat(texts(history)).containsExactly("everywhere", "here");
    assertThat(Files.readString(found.orElseThrow())).contains("here");
    assertThat(texts(open())).containsExactly("everywhere");
  }

  @Test
  void folderOfSomebodyElseOrALinkOrHomeItselfIsNoProject() throws IOException {
    Files.createDirectories(home.resolve(".gantry"));
    assertThat(ProjectFolder.history(home.resolve("work"), home)).isEmpty();
    Path linked = Files.createDirectories(home.resolve("linked/.gantry"));
    Files.createSymbolicLink(linked.resolve("history"), home.resolve("elsewhere"));
    assertThat(ProjectFolder.history(home.resolve("linked"), home)).isEmpty();
  }

  private EntryHistory open() {
    return open(Optional.empty());
  }

  private EntryHistory open(Optional<Path> project) {
    EntryHistory history = new EntryHistory();
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .history(history)
            .variable(LineReader.HISTORY_SIZE, HistoryFile.KEPT)
            .build();
    history.open(reader, file, project, console);
    return history;
  }

  private static List<String> texts(EntryHistory history) {
    return history.entries().stream().map(Typed::text).toList();
  }

  private static byte[] bytes(String... lines) {
    return String.join("", lines).getBytes(ISO_8859_1);
  }
}
