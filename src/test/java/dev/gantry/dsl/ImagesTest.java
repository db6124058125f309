package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.Reply;
import dev.gantry.testing.ScriptedEngine;
import dev.gantry.testing.SearchedHub;
import dev.gantry.testing.TestEngine;
import dev.gantry.transport.DockerHost.Scheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ImagesTest {
  @TempDir Path folder;

  private Object withTar(TestEngine engine, String script) {
    Object value =
        run(engine, Map.of("tar", SmallTar.of("hello", "hi\n"), "folder", folder), script);
    return value == null ? "null" : value;
  }

  @OnEngines
  void missingImageIsNotFound(TestEngine engine) {
    assertThat(failure(engine, "docker.images['dsl-nothing']"))
        .startsWith("Cannot inspect image 'dsl-nothing': ")
        .contains("o such image: dsl-nothing:latest (404 on GET /images/dsl-nothing/json, ");
  }

  @OnEngines
  void unknownOptionNamesTheNearest(TestEngine engine) {
    assertThat(failure(engine, "docker.images.list(filter_: [:])"))
        .startsWith("unknown option 'filter_' for images; did you mean 'filters'?");
    assertThat(failure(engine, "docker.images.pull()"))
        .isEqualTo("pull wants one image reference, got 0");
    assertThat(failure(engine, "docker.images.pull('a b')"))
        .isEqualTo("'a b' is no image reference: write it as [registry/]name[:tag]");
  }

  @OnEngines
  void pullFromARegistryThatIsNotThereSaysWhy(TestEngine engine) {
    assertThat(
            failure(
                engine, "docker.images.pull('127.0.0.1:1/dsl-x:1') { assert it instanceof Map }"))
        .startsWith("Cannot pull or import image '127.0.0.1:1/dsl-x': ")
        .contains("connection refused");
  }

  @OnEngines
  void searchAsksTheDaemonAndShowsItsError(TestEngine engine) {
    assertThat(failure(engine, "docker.images.search('127.0.0.1:1/busybox', limit: 3)"))
        .startsWith("Cannot search for '127.0.0.1:1/busybox': ")
        .contains("connection refused", " on GET /images/search, ");
    assertThat(
            DslScript.requests(
                engine,
                """
                try {
                  docker.images.search('127.0.0.1:1/busybox') { limit = 3; filters = [stars: 5] }
                } catch (dev.gantry.engine.EngineException e) {
                  assert e.status() >= 400
                }
                """))
        .last()
        .asString()
        .endsWith(
            "/images/search?term=127.0.0.1%3A1%2Fbusybox&limit=3"
                + "&filters=%7B%22stars%22%3A%5B%225%22%5D%7D");
  }

  @OnEngines({"20", "26", "28"})
  void searchFindsWhereTheTermSays(TestEngine engine) throws IOException {
    try (SearchedHub hub = SearchedHub.start()) {
      assertThat(
              run(
                  engine,
                  Map.of("hub", hub.host()),
                  """
                  docker.images.search("$hub/dsl-thing", limit: 5, filters: [stars: 5])
                    .collect { [it.name, it.star_count, it.is_official] }
                  """))
          .hasToString("[[gantry/found, 7, true]]");
      assertThat(hub.searches()).hasSize(1).first().asString().contains("q=dsl-thing");
    }
  }

  @OnEngines
  void listHasTagsAndReadsAsATable(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def list = docker.images.list()
                def row = list.rows()[list.findIndexOf { it.tags.contains('busybox:latest') }]
                [list.columns(), row.REPOSITORY, row.TAG, row.SIZE ==~ /[\\d.]+MB/]
                """))
        .isEqualTo(
            List.of(
                List.of("REPOSITORY", "TAG", "IMAGE ID", "CREATED", "SIZE"),
                "busybox",
                "latest",
                true));
  }

  @Test
  void tableHidesNoTag() throws IOException {
    String rows =
        """
        [{"Id": "sha256:1", "Size": 1, "RepoTags": ["a:1", "a:latest", "localhost:5000/a:1"]},
         {"Id": "sha256:2", "Size": 1, "RepoTags": null, "RepoDigests": ["a@sha256:3"]},
         {"Id": "sha256:4", "Size": 1, "RepoTags": []}]
        """;
    try (ScriptedEngine engine =
        ScriptedEngine.on(Scheme.UNIX).answer("GET /images/json", Reply.json(200, rows))) {
      assertThat(
              DslScript.at(
                  engine.host(),
                  "docker.images.list().rows()*.subMap('REPOSITORY', 'TAG')*.values()*.toList()"))
          .isEqualTo(
              List.of(
                  List.of("a", "1, latest, localhost:5000/a:1"),
                  List.of("a", "<none>"),
                  List.of("<none>", "<none>")));
    }
  }

  @OnEngines
  void imageIsFoundByTagIdAndBeginningOfAnId(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def image = docker.images.busybox
                [docker.images['busybox:latest'], docker.images.get("busybox"),
                  docker.images[image.id], docker.images[image.shortId]].every { it.id == image.id }
                """))
        .isEqualTo(true);
  }

  @OnEngines
  void brokenArchiveIsRefusedInTheDaemonsWords(TestEngine engine) {
    assertThat(failure(engine, "docker.images.importImage('no tar'.bytes, name: 'dsl-x')"))
        .startsWith("Cannot pull or import image: ")
        .contains("unexpected EOF");
    assertThat(failure(engine, "docker.images.load('no tar'.bytes)"))
        .startsWith("Cannot load images: ")
        .contains("unexpected EOF");
  }

  @OnEngines
  void sourceThatCannotBeReadIsNamed(TestEngine engine) {
    assertThat(failure(engine, "docker.images.load('/no/such.tar')"))
        .isEqualTo("cannot read /no/such.tar: there is no such file or folder");
    assertThat(failure(engine, "docker.images.importImage('/')"))
        .isEqualTo("cannot read /: it is a folder, not a file");
    assertThat(failure(engine, "docker.images.load(5)"))
        .isEqualTo("a file is wanted (a text, a File or a Path), got Integer");
  }

  @OnEngines
  void imageIsImportedFromBytesStreamAndFile(TestEngine engine) {
    assertThat(
            withTar(
                engine,
                """
                def bytes = docker.images.importImage(tar, name: 'dsl-a:1', message: 'by hand',
                  changes: ['CMD ["/hello"]', 'LABEL from=bytes'])
                def stream = docker.images.importImage(new ByteArrayInputStream(tar)) {
                  repo = 'dsl-b'
                  tag = '2'
                }
                def file = folder.resolve('a.tar').toFile()
                file.bytes = tar
                [bytes.tags, bytes.labels, bytes.Config.Cmd, bytes.Comment, stream.tags,
                  docker.images.importImage(file, name: 'dsl-c').tags,
                  docker.images.importImage(file.toString(), name: 'dsl-d').tags]
                """))
        .hasToString(
            "[[dsl-a:1], {from=bytes}, [/hello], by hand, [dsl-b:2], [dsl-c:latest],"
                + " [dsl-d:latest]]");
  }

  @OnEngines
  void savedImagesAreLoadedAgain(TestEngine engine) {
    assertThat(
            withTar(
                engine,
                """
                def a = docker.images.importImage(tar, name: 'dsl-a:1')
                def b = docker.images.importImage(tar, name: 'dsl-b:1', changes: ['LABEL b=1'])
                docker.images.save(['dsl-a:1', 'dsl-b:1'], folder.resolve('two.tar'))
                a.save("$folder/one.tar")
                def bytes = new ByteArrayOutputStream()
                docker.images['dsl-b:1'].save(bytes)
                a.remove()
                b.remove()
                def two = docker.images.load(folder.resolve('two.tar'))*.tags.flatten().sort()
                two.each { docker.images[it].remove() }
                [two, docker.images.load(new File("$folder/one.tar"))*.tags,
                  docker.images.load(bytes.toByteArray()) { quiet = true }*.tags]
                """))
        .hasToString("[[dsl-a:1, dsl-b:1], [[dsl-a:1]], [[dsl-b:1]]]");
    assertThat(folder)
        .isDirectoryContaining("glob:**.tar")
        .isDirectoryNotContaining("glob:**.part");
  }

  @OnEngines
  void imageThatCannotBeSavedLeavesNoFile(TestEngine engine) {
    assertThat(failure(engine, "docker.images.save(['dsl-nothing'], '" + folder + "/x.tar')"))
        .startsWith("Cannot save images: ")
        .contains("(404 on GET /images/get, ");
    assertThat(failure(engine, "docker.images.busybox.save('" + folder + "/no/x.tar')"))
        .isEqualTo("cannot write " + folder + "/no/x.tar: there is no such file or folder");
    assertThat(folder).isEmptyDirectory();
  }

  @OnEngines
  void danglingImagesAreListedAndPruned(TestEngine engine) {
    assertThat(
            withTar(
                engine,
                """
                def image = docker.images.importImage(tar, changes: ['LABEL dsl-prune=1'])
                def dangling = docker.images.list(filters: [dangling: true, label: 'dsl-prune'])
                def row = dangling.rows()[0]
                def gone = docker.images.prune { filters = [dangling: true, label: 'dsl-prune'] }
                [dangling*.id == [image.id], dangling[0].tags, row.REPOSITORY, row.TAG,
                  gone.ImagesDeleted*.Deleted.contains(image.id),
                  docker.images.list(filters: [label: 'dsl-prune']).size()]
                """))
        .hasToString("[true, [], <none>, <none>, true, 0]");
  }
}
