package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gantry.dsl.options.RunOptions;
import dev.gantry.engine.Catalogue;
import groovy.lang.Closure;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbsTest {
  @Test
  void whatIsDescribedIsThere() throws ClassNotFoundException {
    for (Verb verb : Verbs.all()) {
      Class<?> receiver = Class.forName("dev.gantry.dsl." + verb.receiver());
      assertThat(receiver.getMethods())
          .as(verb.path())
          .anyMatch(method -> method.getName().equals(verb.name()));
      assertThat(verb.summary()).as(verb.path()).isNotBlank();
    }
  }

  @Test
  void whatTakesOptionsIsDescribedWithThem() {
    List<Class<?>> receivers =
        List.of(
            Docker.class,
            Containers.class,
            Container.class,
            ContainerFile.class,
            Images.class,
            Image.class,
            Networks.class,
            Network.class,
            Volumes.class,
            Volume.class,
            Swarm.class,
            Nodes.class,
            Node.class,
            Services.class,
            Service.class,
            Tasks.class,
            Task.class,
            Secrets.class,
            Secret.class,
            Configs.class,
            Config.class,
            Plugins.class,
            Plugin.class,
            EngineSystem.class,
            BuildCache.class,
            Checkpoints.class);
    TreeSet<String> missing = new TreeSet<>();
    for (Class<?> receiver : receivers) {
      Arrays.stream(receiver.getMethods())
          .filter(VerbsTest::takesOptions)
          .filter(
              method ->
                  Verbs.of(receiver, method.getName())
                      .filter(verb -> !verb.options().isEmpty())
                      .isEmpty())
          .forEach(method -> missing.add(receiver.getSimpleName() + "." + method.getName()));
    }
    assertThat(missing)
        .as("options of these are those of no table")
        .containsExactlyInAnyOrder(
            "Docker.delete",
            "Docker.get",
            "Docker.head",
            "Docker.post",
            "Docker.put",
            "Plugins.create");
  }

  private static boolean takesOptions(Method method) {
    return method.getParameterCount() > 0
        && !method.getName().equals("inspect")
        && method.getParameterTypes()[0] == Map.class
        && method.getReturnType() != Closure.class
        && !method.isBridge();
  }

  @Test
  void operationsAreThoseOfTheCatalogue() {
    Verbs.all().stream()
        .flatMap(verb -> verb.operations().stream())
        .forEach(
            id ->
                assertThatCode(() -> Catalogue.shipped().operation(id)).doesNotThrowAnyException());
  }

  @Test
  void verbSaysHowItIsCalled() {
    Verb run = Verbs.of(Docker.class, "run").orElseThrow();
    assertThat(run.signature()).isEqualTo("docker.run(image, command…, options)");
    assertThat(run.command()).isEqualTo("docker run IMAGE COMMAND");
    assertThat(run.operations()).startsWith("ContainerCreate", "ContainerStart");
    assertThat(Verbs.of(Container.class, "copyTo").orElseThrow().signature())
        .isEqualTo("container.copyTo(source, path, options)");
    Verb logs = Verbs.of(Containers.class, "logs").orElseThrow();
    assertThat(logs.signature()).isEqualTo("docker.containers.logs(name…, options)");
    assertThat(logs.arguments().get(0).words()).containsExactly("@containers");
    assertThat(logs.option("tail")).isPresent();
    assertThat(logs.option("to")).isEmpty();
    assertThat(Verbs.of(Container.class, "logs").orElseThrow().option("to")).isPresent();
    assertThat(Verbs.of(String.class, "run")).isEmpty();
  }

  @Test
  void runHasTheOptionsOfItsTable() {
    assertThat(Verbs.of(Containers.class, "create").orElseThrow().options())
        .filteredOn(option -> !option.equals(VerbOption.IMAGE))
        .extracting(VerbOption::name)
        .containsExactlyInAnyOrderElementsOf(RunOptions.table("create").names());
  }

  @ParameterizedTest
  @CsvSource({
    "run, restart, restart, no, no always unless-stopped on-failure",
    "run, rm, flag, false, true false",
    "run, pull, pull, missing, always missing never",
    "run, memory, size, '', ''",
    "run, network, networks, default, @networks",
    "commit, pause, flag, true, true false",
    "stop, timeout, seconds, 10, ''",
  })
  void optionSaysWhatItMayBe(String verb, String name, String type, String standard, String words) {
    VerbOption option =
        Verbs.named(verb).stream()
            .map(it -> it.option(name))
            .findFirst()
            .flatMap(it -> it)
            .orElseThrow();
    assertThat(option.type()).isEqualTo(type);
    assertThat(option.standard()).isEqualTo(standard);
    assertThat(String.join(" ", option.words())).isEqualTo(words);
  }

  @Test
  void wordsOfOptionsAreThoseThatTheyTake() {
    VerbOption status = Verbs.of(Docker.class, "ps").orElseThrow().option("filters").orElseThrow();
    assertThat(status.filters().get(0).name()).isEqualTo("status");
    assertThat(status.filters().get(0).words()).contains("running", "exited");
    assertThat(Verbs.of(Docker.class, "ps").orElseThrow().option("filter")).contains(status);
  }

  @Test
  void sinceAndFlagAreTold() {
    VerbOption annotations =
        Verbs.of(Docker.class, "run").orElseThrow().option("annotations").orElseThrow();
    assertThat(annotations.since()).contains("1.43");
    assertThat(annotations.flag()).isEqualTo("--annotation");
  }
}
