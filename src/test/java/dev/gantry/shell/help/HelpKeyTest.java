package dev.gantry.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpKeyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "|                                      > ``",
        "docker.run|                            > docker.run",
        "docker.ru|n('x')                       > docker.run",
        "dock|er.run('x')                       > docker",
        "x = docker.containers.web|             > docker.containers.web",
        "docker.containers.w|eb.logs            > docker.containers.web",
        "docker.run('x', |                      > docker.run",
        "docker.run('x', name: 'a|')            > a",
        "docker.containers['a-b'].logs|         > docker.containers['a-b'].logs",
        "docker.ps().find|                      > docker.ps().find",
        "5 + |                                  > ``",
      })
  void nameAtTheCaretIsTheOneAskedAbout(String line, String path) {
    int caret = line.indexOf('|');
    assertThat(HelpKey.at(line.replace("|", "").stripTrailing(), caret)).isEqualTo(path);
  }
}
