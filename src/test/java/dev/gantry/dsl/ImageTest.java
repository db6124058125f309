package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ImageTest {
  private static final String IMAGE =
      "def image = docker.images.importImage(tar, name: 'dsl-i:1', changes: ['LABEL a=b'])\n";

  private static String onImage(TestEngine engine, String script) {
    Map<String, ?> names = Map.of("tar", SmallTar.of("hello", "hi\n"));
    return String.valueOf(run(engine, names, IMAGE + script));
  }

  /** The sentence of an error that the script expects. */
  private static String error(TestEngine engine, String script) {
    return onImage(
        engine,
        "try { " + script + "; 'no error' } catch (dev.gantry.GantryException e) { e.message }");
  }

  @OnEngines
  void imageInUseIsAConflict(TestEngine engine) {
    assertThat(
            error(engine, "docker.containers.create(image, 'true', name: 'dsl-u'); image.remove()"))
        .startsWith("Cannot remove image '")
        .contains("(must be forced) - image is being used by stopped container")
        .contains("(409 on DELETE /images/sha256:");
  }

  @OnEngines
  void imageWithSeveralNamesIsRemovedByForce(TestEngine engine) {
    assertThat(error(engine, "image.tag('dsl-i:2').tag('dsl-j:3').remove()"))
        .contains("(409 on DELETE /images/sha256:");
    assertThat(
            onImage(
                engine,
                """
                image.tag('dsl-i:2').tag('dsl-j:3')
                def gone = image.remove { force = true }
                [gone*.Untagged.findAll().sort(), gone*.Deleted.findAll().contains(image.id)]
                """))
        .isEqualTo("[[dsl-i:1, dsl-i:2, dsl-j:3], true]");
  }

  @OnEngines
  void invalidTagIsABadRequest(TestEngine engine) {
    assertThat(error(engine, "image.tag('Dsl:1')"))
        .contains("invalid reference format")
        .contains(engine.kind().equals("20") ? "(500 on POST /images/" : "(400 on POST /images/");
  }

  @OnEngines
  void removedImageIsNotFound(TestEngine engine) {
    assertThat(error(engine, "image.remove(); image.history()"))
        .contains("(404 on GET /images/sha256:");
    assertThat(error(engine, "image.remove(forse: true)"))
        .isEqualTo("unknown option 'forse' for rmi; did you mean 'force'?");
  }

  @OnEngines
  void tagsComeAndGo(TestEngine engine) {
    assertThat(
            onImage(
                engine,
                """
                def seen = [image.tags.sort()]
                seen << image.tag('dsl-k').tags.sort()
                image.untag('dsl-i:1')
                seen << image.tags
                """))
        .isEqualTo("[[dsl-i:1], [dsl-i:1, dsl-k:latest], [dsl-k:latest]]");
  }

  @OnEngines
  void oftenUsedFieldsHaveShortNames(TestEngine engine) {
    assertThat(
            onImage(
                engine,
                """
                def row = docker.images.list(filters: [reference: 'dsl-i'])[0]
                [image.labels, row.labels, image.size == row.size, image.size,
                  image.created.epochSecond == row.created.epochSecond, row.tags,
                  "$image" == "image ${image.shortId} dsl-i:1", image.RepoTags]
                """))
        .isEqualTo("[{a=b}, {a=b}, true, 3, true, [dsl-i:1], true, [dsl-i:1]]");
  }

  @OnEngines
  void historyNamesItsLayers(TestEngine engine) {
    assertThat(onImage(engine, "def h = image.history(); [h.size(), h[0].Tags, h[0].Size]"))
        .isEqualTo("[1, [dsl-i:1], 3]");
  }

  @OnEngines("28")
  void goneFieldSaysSinceWhenAndWhatTookItsPlace(TestEngine engine) {
    assertThat(error(engine, "image.ContainerConfig"))
        .isEqualTo(
            "'ContainerConfig' of image dsl-i:1 is gone since API 1.45, and 1.51 is spoken;"
                + " read 'Config'");
  }

  @OnEngines("20")
  void fieldIsReadFromAnEngineThatHasIt(TestEngine engine) {
    assertThat(onImage(engine, "image.ContainerConfig instanceof Map")).isEqualTo("true");
  }
}
