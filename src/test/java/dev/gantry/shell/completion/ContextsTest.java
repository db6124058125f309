package dev.gantry.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gantry.dsl.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is offered where, with an engine whose answers are known. */
@Timeout(60)
class ContextsTest {
  private final PaperEngine engine = new PaperEngine();

  /** The first answers may come later than completion waits for them on a busy machine. */
  @BeforeEach
  void answersAreThere() {
    engine.variables.getVariable("docker");
    for (String text :
        List.of(
            "docker.containers['",
            "docker.images['",
            "docker.networks['",
            "docker.volumes['",
            "docker.services['",
            "docker.nodes['",
            "docker.secrets['",
            "docker.configs['",
            "docker.plugins['",
            "docker.info.S",
            "docker.containers.web.State.H")) {
      while (engine.offered(text).isEmpty()) {
        Thread.onSpinWait();
      }
    }
  }

  @AfterEach
  void nothingButReadingWasAskedFor() {
    assertThat(engine.requests).isNotEmpty().allMatch(it -> it.matches("(GET|HEAD) .*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// docker.",
        "/* docker.",
        "x = 'docker.",
        "unknown.containers['",
        "docker.containers[\"${",
        "docker.on('elsewhere').containers['",
        "docker.containers['eb",
        "docker.run('x', restart: 'bog",
        "docker.ps(filters: [nothing: '",
        "docker.containers.prune(filters: [status: '",
        "5.",
        ")]}",
      })
  void nothingIsOfferedWhereNothingIsKnown(String text) {
    assertThat(engine.texts(text)).doesNotContain("web", "web'", "containers", "always'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          docker.containers['                         | my-app' web' stopped'
          docker.containers["w                        | web"
          docker.containers[w                         | 'web'
          docker.containers['app                      | my-app'
          docker.containers.my                        | 'my-app'
          docker.containers.get('st                   | stopped'
          docker.images['                             | a/b:2' busybox:1'
          docker.networks['                           | front'
          docker.volumes['                            | data'
          docker.services['                           | api'
          docker.nodes['                              | n1'
          docker.secrets['                            | key'
          docker.configs['                            | conf'
          docker.plugins['                            | p:latest'
          docker.run('                                | a/b:2' busybox:1'
          docker.containers.create('bus               | busybox:1'
          docker.networks['front'].connect('w         | web'
          docker.run('x', network: '                  | front'
          docker.run('x', networks: ['                | front'
          docker.run('x', volumes: ['da               | data'
          docker.services.create('x', secrets: ['     | key'
          docker.api.ContainerTop(id: 'w              | web'
          docker.run 'bus                             | busybox:1'
          """)
  void namesOfTheEngine(String text, String expected) {
    assertThat(engine.texts(text)).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          docker.run('x', hostn                       | hostname:
          docker.run('x', 'a', name: 'y', hostn       | hostname:
          docker.run('x',⏎  hostn                     | hostname:
          docker.run('x', labels: [a: 'b'], hostn     | hostname:
          docker.run('x') { hostn                     | hostname =
          docker.run('x') {⏎  name = 'y'⏎  hostn      | hostname =
          docker.ps { li                              | limit =
          docker.ps(li                                | limit:
          docker.ps(filters: [st                      | status:
          docker.ps(filters: [label: 'a', st          | status:
          docker.containers.web.logs(fol              | follow:
          docker.services.create('x', repl            | replicas: replicasMaxPerNode:
          docker.images.list { fil                    | filters =
          docker.api.ContainerTop(ps                  | ps_args:
          docker.api.ContainerCreate(body: [HostC     | HostConfig:
          docker.run('x', body: [HostC                | HostConfig:
          docker.run('x', body: [HostConfig: [Blk     | BlkioDeviceReadBps: BlkioDeviceReadIOps: BlkioDeviceWriteBps: BlkioDeviceWriteIOps: BlkioWeight: BlkioWeightDevice:
          docker.run('x', nA                          | networkAlias:
          docker.run 'x', hostn                       | hostname:
          def c = docker.run 'x', 'y', hostn          | hostname:
          docker.ps().each { docker.run 'x', hostn    | hostname:
          docker.ps filters: [st                      | status:
          ?docker.ps(li                               | limit:
          /time docker.ps(li                          | limit:
          """)
  void namesOfOptions(String text, String expected) {
    assertThat(engine.texts(text.replace('⏎', '\n')).stream().map(String::strip))
        .containsExactlyElementsOf(expected(expected));
  }

  /** Names with an equals sign have a blank in them. */
  private static List<String> expected(String cell) {
    return cell.endsWith("=") ? List.of(cell) : Arrays.asList(cell.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          docker.run('x', restart: '                  | always' no' on-failure' unless-stopped'
          docker.run('x', restart: al                 | 'always'
          docker.run('x') { restart = 'al             | always'
          docker.run('x', rm:                         | false true
          docker.run('x', rm: t                       | true
          docker.run('x', pull: '                     | always' missing' never'
          docker.run('x', capAdd: ['NET_A             | NET_ADMIN'
          docker.run('x', platform: 'linux/amd        | linux/amd64'
          docker.run('x', logDriver: 'js              | json-file'
          docker.ps(filters: [status: 'r              | removing' restarting' running'
          docker.ps(filters: [status: ['exited', 'r   | removing' restarting' running'
          docker.ps(filters: [health: 'he             | healthy'
          docker.ps(filters: [network: '              | front'
          docker.ps(filters: [label: 'com.example.t   | com.example.tier' com.example.tier=front'
          docker.ps(filters: [label: ['com.example.o  | com.example.own\\'s'
          docker.volumes.list(filters: [label: 'keep= | keep=yes'
          docker.containers.logs('web', 'my           | my-app'
          docker.networks.list(filters: [driver: 'ov  | overlay'
          docker.networks.create('x', driver: 'mac    | macvlan'
          docker.events(filters: [type: 'vol          | volume'
          docker.containers.web.kill('H               | HUP'
          docker.containers.web.waitFor('he           | healthy'
          docker.run 'x', restart: '                  | always' no' on-failure' unless-stopped'
          /trace o                                    | off on
          docker.get('/containers/{id}/to             | /containers/{id}/top'
          docker.api.ImageCo                          | ImageCommit(
          """)
  void valuesThatThereAre(String text, String expected) {
    assertThat(engine.texts(text)).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          docker.containers['web'].State.             | Health Status
          docker.containers.web.State.Health.         | Status
          docker.containers['web'].attrs.HostConfig.L | LogConfig
          docker.containers.web.inspect().Conf        | Config
          docker.containers['web'].HostConfig['Log    | LogConfig'
          docker.containers.web.labels.               | 'a/b'
          docker.containers.web.labels['              | a/b'
          docker.info.Sw                              | Swarm
          docker.info.Swarm.                          | NodeID
          docker.containers.web.at('/Hos              | /HostConfig'
          docker.containers.web.at('/HostConfig/B     | /HostConfig/Binds'
          docker.containers.web.at('/HostConfig/Binds/ | /HostConfig/Binds/0' /HostConfig/Binds/1'
          docker.containers.web.at('/Config/Labels/   | /Config/Labels/a~1b'
          docker.containers.web.attrs.table('Sta      | State'
          """)
  void keysOfTheActualJson(String text, String expected) {
    assertThat(engine.texts(text)).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          docker.ps()[0].copyF                        | copyFrom(
          docker.ps().first().copyF                   | copyFrom(
          docker.ps().findAll { it.running }.each { it.copyF | copyFrom(
          docker.ps().each { c -> c.copyF             | copyFrom(
          docker.ps()*.shortI                         | shortId
          docker.ps().find { it.shortI                | shortId
          docker.containers.web.copyF                 | copyFrom(
          docker?.containers?.web?.copyF              | copyFrom(
          docker.containers⏎  .web⏎  .copyF           | copyFrom(
          docker.run('x', detach: true).copyF         | copyFrom(
          docker.run('x').exitC                       | exitCode
          docker.containers['web']['/etc'].eachL      | eachLine(
          def c = docker.ps()[0]⏎c.copyF              | copyFrom(
          c = docker.run('x', detach: true); c.copyF  | copyFrom(
          println "${docker.containers.web.copyF      | copyFrom(
          docker.containers.web.logs(follow: true) { line -> line.toUpperC | toUpperCase(
          'abc'.toUpperC                              | toUpperCase(
          x = "a" + 'b'.toUpperC                      | toUpperCase(
          docker.events { it.actio                     | action
          """)
  void membersByType(String text, String expected) {
    assertThat(engine.texts(text.replace('⏎', '\n'))).startsWith(expected);
  }

  @Test
  void namesAreThereWithImageAndStateRunningFirst() {
    assertThat(engine.offered("docker.containers.").subList(0, 3))
        .extracting(Suggestion::text, Suggestion::description)
        .containsExactly(
            tuple("'my-app'", "busybox, Up 2 hours"),
            tuple("web", "nginx, Up 1 hour"),
            tuple("stopped", "busybox, Exited (0)"));
  }

  @Test
  void whatWasUsedLatelyComesFirst() {
    List<String> history = List.of("docker.containers.web.stop()", "1 + 1");
    assertThat(engine.completion.after(new Completion.Request("docker.containers['", "", history)))
        .extracting(Suggestion::shown)
        .containsExactly("web", "my-app", "stopped");
  }

  @Test
  void optionsTellTypeDefaultAndVersion() {
    assertThat(engine.offered("docker.run('x', annot").get(0).description())
        .isEqualTo("pairs, since 1.43: Annotations handed to the OCI runtime");
    assertThat(engine.offered("docker.run('x', pull").get(0).description())
        .startsWith("pull, default missing: ");
  }

  @Test
  void dailyThingsHaveAHeadingOfTheirOwn() {
    assertThat(engine.offered("docker.containers.web.comp"))
        .contains(new Suggestion("compare(", "of every value", "what differs"));
    assertThat(engine.offered("docker.pos").get(0).group()).isEqualTo("raw calls");
    assertThat(engine.offered("docker.run('x', detach").get(0).group()).isEqualTo("usual options");
  }

  @Test
  void whatIsGivenIsNotOfferedAgain() {
    assertThat(engine.texts("docker.ps(all: true, ")).doesNotContain("all: ").contains("limit: ");
    assertThat(engine.texts("docker.ps { all = true; ")).doesNotContain("all = ");
  }

  @Test
  void whatStandsBehindTheCaretIsNotRepeated() {
    assertThat(engine.offered("docker.run('x', restart: 'al", "')").get(0).text())
        .isEqualTo("always");
    assertThat(engine.offered("docker.p", "('x')")).extracting(Suggestion::text).contains("ps");
  }

  @Test
  void variablesHoldWhatTheyHold() {
    engine.variables.setVariable("data", Map.of("One", Map.of("Two", 2)));
    Container web = engine.docker.getContainers().get("web");
    engine.variables.setVariable("c", web);
    engine.variables.setVariable("all", List.of(web));
    assertThat(engine.texts("data.One.")).containsExactly("Two");
    assertThat(engine.texts("c.State.H")).containsExactly("Health");
    assertThat(engine.texts("c.attrs.HostConfig.")).contains("Binds", "LogConfig");
    assertThat(engine.texts("all[0].attrs.Sta")).containsExactly("State");
    engine.variables.setVariable("shown", engine.docker.getVolumes().list());
    assertThat(engine.texts("shown.")).doesNotContain("cells(", "rows(", "columns(");
  }

  @Test
  void imageIsAnOptionWhereNoArgumentIsOne() {
    assertThat(engine.texts("docker.run(im")).containsExactly("image: ");
    assertThat(engine.texts("docker.containers.create(name: 'x', im")).containsExactly("image: ");
    assertThat(engine.texts("docker.run(image: 'busy")).containsExactly("busybox:1'");
    assertThat(engine.texts("docker.run('busybox', im")).doesNotContain("image: ");
  }

  @Test
  void hostFilesAreOfferedInStrings() {
    assertThat(engine.texts("docker.images.build('./src/ma")).containsExactly("./src/main/");
    assertThat(engine.texts("docker.containers.web.copyTo('sr")).containsExactly("src/");
    assertThat(engine.texts("docker.images.load('po")).contains("pom.xml'");
    assertThat(engine.texts("new File('./sr")).containsExactly("./src/");
    for (String call : List.of("new File(", "Path.of(", "json.read(", "docker.ps().save(")) {
      assertThat(engine.texts(call + "'sr")).as(call).containsExactly("src/");
    }
    assertThat(engine.texts("println('sr")).isEmpty();
  }

  @Test
  void whatIsOfferedInAStringIsEscapedThere(@TempDir Path folder) throws IOException {
    Files.createFile(folder.resolve("it's.tar"));
    assertThat(engine.texts("docker.images.load('" + folder + "/it"))
        .containsExactly(folder + "/it\\'s.tar'");
    engine.variables.setVariable("m", Map.of("plain", 1, "odd\u001bkey", 2));
    assertThat(engine.texts("m['")).containsExactly("plain'");
  }

  @Test
  void wordsOfHistoryAreTheLastResort() {
    Completion.Request request =
        new Completion.Request("frobn", "", List.of("frobnicate = 1", "frobnicator = 2"));
    assertThat(engine.completion.after(request))
        .extracting(Suggestion::text)
        .containsExactly("frobnicator", "frobnicate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          docker.run('x',                 | docker.run(image, command…, options)
          docker.run('x', restart: '      | restart: a policy such as 'on-failure:3'; no unless given.
          docker.run('x', memory          | memory: a size such as '512m' or a number of bytes.
          docker.containers.web.logs(     | container.logs(options)
          docker.api.ContainerTop(        | ContainerTop(id, [ps_args])  GET /containers/{id}/top
          docker.ps(filters: [status: '   | filters: a map such as [label: 'tier=web', status: ['exited']].
          println(                        | ``
          docker.                         | ``
          """)
  void hintTellsOfTheCallAtTheCaret(String text, String expected) {
    int asked = engine.requests.size();
    assertThat(engine.completion.hint(text)).startsWith(expected);
    assertThat(engine.requests).hasSize(asked);
  }
}
