package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CommitTest {
  private static final String CONTAINER =
      "def c = docker.containers.create('busybox', name: 'dsl-c')\n";

  @OnEngines
  void wrongOptionsAreRefused(TestEngine engine) {
    assertThat(failure(engine, CONTAINER + "c.commit('dsl-x:1', auther: 'me')"))
        .isEqualTo("unknown option 'auther' for commit; did you mean 'author'?");
    assertThat(failure(engine, CONTAINER + "c.commit('dsl-x:1', repo: 'dsl-y')"))
        .isEqualTo(
            "option 'repo' or 'tag' of commit: the image is named already, by the first argument");
    assertThat(failure(engine, CONTAINER + "c.remove(); c.commit('dsl-x:1')"))
        .startsWith("Cannot commit container '")
        .contains("(404 on POST /commit, ");
    assertThat(failure(engine, "docker.containers.create()"))
        .isEqualTo("create wants an image, such as docker.containers.create('busybox', 'date')");
  }

  @OnEngines
  void committedImageHasTheChanges(TestEngine engine) {
    assertThat(
            run(
                engine,
                CONTAINER
                    + """
                    def image = c.commit('dsl-x:1', author: 'me', message: 'by hand', pause: false,
                      changes: ['LABEL a=b', 'CMD ["date", "-u"]'])
                    def other = c.commit { repo = 'dsl-y'; tag = '2' }
                    [image.tags, image.Author, image.Comment, image.labels, image.Config.Cmd, other.tags]
                    """))
        .isEqualTo(
            List.of(
                List.of("dsl-x:1"),
                "me",
                "by hand",
                Map.of("a", "b"),
                List.of("date", "-u"),
                List.of("dsl-y:2")));
  }

  @OnEngines
  void moreOfAThingIsInspectedWhereOptionsAskForIt(TestEngine engine) {
    assertThat(
            run(
                engine,
                CONTAINER
                    + """
                    [c.inspect(size: true).SizeRw, c.inspect().containsKey('SizeRw'),
                      docker.networks.bridge.inspect(verbose: true, scope: 'local').Name,
                      docker.images.busybox.manifests]
                    """
                        .replace(
                            "docker.images.busybox.manifests",
                            engine.kind().equals("28") ? "docker.images.busybox.manifests" : "[]")))
        .isEqualTo(List.of(0, false, "bridge", List.of()));
    assertThat(failure(engine, "docker.volumes.create('dsl-v').update(availability: 'drain')"))
        .isEqualTo(
            engine.kind().equals("20")
                ? "option 'availability' of volume update needs API 1.42, and 1.41 is spoken"
                : "volume dsl-v is none of a swarm: nothing of it can be changed");
  }
}
