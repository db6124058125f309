package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of a container that has never been started. */
@Timeout(60)
class ContainerFileTest {
  private static final String STOPPED =
      "def c = docker.containers.create('busybox', 'true', name: 'dsl-f')\n";

  @TempDir Path folder;

  private String inContainer(TestEngine engine, String script) {
    return String.valueOf(run(engine, Map.of("folder", folder), STOPPED + script));
  }

  @OnEngines
  void whatIsNotThereIsNotFoundInTheDaemonsWords(TestEngine engine) {
    for (String read : List.of("text", "stat", "list()")) {
      assertThat(failure(engine, STOPPED + "c['/no/thing']." + read))
          .startsWith("Cannot copy '/no/thing")
          .contains("Could not find the file /no/thing", "(404 on GET /containers/");
    }
    assertThat(inContainer(engine, "[c['/no'].exists, c['/no'].directory, c['/etc'].exists]"))
        .isEqualTo("[false, false, true]");
    assertThat(failure(engine, STOPPED + "c.remove(); c['/etc'].exists"))
        .startsWith("Cannot inspect container '");
  }

  @OnEngines
  void folderIsNoFileAndTheReverse(TestEngine engine) {
    assertThat(failure(engine, STOPPED + "c['/etc'].text"))
        .startsWith("cannot read /etc of container ")
        .endsWith(": it is a folder; list() tells what is in it");
    assertThat(failure(engine, STOPPED + "c['/etc/passwd'].list()"))
        .isEqualTo("cannot list '/etc/passwd': it is no folder");
    assertThat(failure(engine, STOPPED + "c['/etc'].write('')"))
        .isEqualTo("cannot write '/etc': it is a folder");
    assertThat(failure(engine, STOPPED + "c['/no/thing'].write('')"))
        .startsWith("Cannot copy into '/no' of container '")
        .contains("Could not find the file /no in container");
  }

  @OnEngines
  void wrongOptionsAndContentsAreRefused(TestEngine engine) {
    assertThat(failure(engine, STOPPED + "c['/x'].write('', modus: 1)"))
        .startsWith("unknown option 'modus' for write");
    assertThat(failure(engine, STOPPED + "c['/x'].write('', mode: '0999')"))
        .contains("mode", "a mode such as 0644 or '0644'");
    assertThat(failure(engine, STOPPED + "c['/x'].write(5)"))
        .isEqualTo(
            "a file is written from a text, bytes, a stream, a File or a Path, and not from"
                + " Integer");
  }

  @OnEngines
  void whatIsWrittenIsReadAgain(TestEngine engine) {
    assertThat(
            inContainer(
                engine,
                """
                def file = folder.resolve('f').toFile()
                file.text = 'of a file'
                def read = []
                ['text ü', 'bytes'.bytes, new ByteArrayInputStream('stream'.bytes), file].each {
                  read << c['/tmp/a ö:x'].write(it).text
                }
                read + [c['/tmp/a ö:x'].bytes.length]
                """))
        .isEqualTo("[text ü, bytes, stream, of a file, 9]");
  }

  @OnEngines
  void linesComeOneByOne(TestEngine engine) {
    assertThat(
            inContainer(
                engine,
                """
                def lines = []
                c['/f'].write('one\\ntwo\\n').eachLine { lines << it }
                [lines, c['/f'].lines]
                """))
        .isEqualTo("[[one, two], [one, two]]");
  }

  @OnEngines
  void modeAndOwnerAreAsGivenOrAsTheyWere(TestEngine engine) {
    assertThat(
            inContainer(
                engine,
                """
                def f = c['/f']
                def modes = [f.write('1').stat.mode]
                modes << f.write('2', mode: 0600, uid: 12, gid: 34).stat.mode
                modes << f.write('3').stat.mode << f.write('4', mode: '755').stat.mode
                c.start().waitFor()
                def owner = docker.containers.create('busybox', 'stat', '-c', '%u:%g', '/f',
                  name: 'dsl-g')
                owner['/f'].write('', uid: 12, gid: 34)
                owner['/f'].write('')
                owner.start().waitFor()
                modes + [owner.logs().out.trim()]
                """))
        .isEqualTo("[0644, 0600, 0600, 0755, 12:34]");
  }

  @OnEngines
  void linksAreFollowedButByStat(TestEngine engine) {
    assertThat(
            inContainer(
                engine,
                """
                def link = java.nio.file.Files.createSymbolicLink(folder.resolve('l'),
                  java.nio.file.Path.of('etc/group'))
                c['/etc/group'].write('here')
                c.copyTo(link, '/')
                def stat = c['/l'].stat
                def read = c['/l'].text
                c['/l'].write('there')
                [stat.type, stat.linkTarget, read, c['/etc/group'].text, c['/l'].stat.type,
                  c['/l'].directory]
                """))
        .isEqualTo("[symlink, /etc/group, here, there, symlink, false]");
  }

  @OnEngines
  void folderIsListedAsATable(TestEngine engine) {
    assertThat(
            inContainer(
                engine,
                """
                c['/tmp/b'].write('12345', mode: 0600)
                def row = c['/tmp'].list().find { it.name == 'b' }
                [row.type, row.size, row.mode, c['/tmp/'].list()*.name,
                  c['/'].list().find { it.name == 'etc' }.type, c['/tmp'].list().table().columns()]
                """))
        .isEqualTo("[file, 5, 0600, [b], folder, [name, type, size, mode, modified, link]]");
  }

  @OnEngines
  void otherTextsInBracketsAreProperties(TestEngine engine) {
    assertThat(inContainer(engine, "[c['name'], c['State'].Status, \"${c['/etc/passwd']}\"]"))
        .isEqualTo("[dsl-f, created, /etc/passwd of container dsl-f]");
  }
}
