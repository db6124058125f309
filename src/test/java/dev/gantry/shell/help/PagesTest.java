package dev.gantry.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.dsl.Verb;
import dev.gantry.dsl.Verbs;
import dev.gantry.shell.help.Examples.Example;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every public method of what scripts see has a page, or a reason to have none. */
class PagesTest {
  /** What Groovy calls behind brackets, dots and conditions, and what every object has. */
  private static final Set<String> NOT_TYPED =
      Set.of(
          "getAt",
          "propertyMissing",
          "methodMissing",
          "getProperty",
          "toString",
          "toJson",
          "leftShift");

  /** Groovy's own, for a file that is no file of this machine. */
  private static final Set<String> WITHOUT_A_PAGE = Set.of("ContainerFile.eachLine");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Docker",
        "Api",
        "Containers",
        "Container",
        "ContainerFile",
        "Images",
        "Image",
        "Networks",
        "Network",
        "Volumes",
        "Volume",
        "Swarm",
        "Nodes",
        "Node",
        "Services",
        "Service",
        "Tasks",
        "Task",
        "Secrets",
        "Secret",
        "Configs",
        "Config",
        "Plugins",
        "Plugin",
        "EngineSystem",
        "BuildCache",
        "Checkpoints"
      })
  void everyMethodHasAPage(String name) throws ClassNotFoundException {
    Class<?> type = Class.forName("dev.gantry.dsl." + name);
    TreeSet<String> missing = new TreeSet<>();
    spoken(type)
        .forEach(
            method -> {
              boolean told =
                  Getters.property(method)
                      .map(it -> Properties.summary(type, it).isPresent())
                      .orElseGet(() -> Verbs.of(type, method.getName()).isPresent());
              if (!told) {
                missing.add(name + "." + method.getName());
              }
            });
    missing.removeAll(WITHOUT_A_PAGE);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyVerbHasAnExample() {
    assertThat(Verbs.all()).filteredOn(verb -> Examples.of(verb).isEmpty()).isEmpty();
    Set<String> verbs = Verbs.all().stream().map(PagesTest::name).collect(Collectors.toSet());
    assertThat(Examples.all())
        .extracting(it -> it.receiver() + "." + it.verb())
        .doesNotHaveDuplicates()
        .isSubsetOf(verbs);
  }

  @Test
  void examplesCallTheirVerb() {
    assertThat(Examples.all()).allMatch(it -> it.line().contains(it.verb()));
    assertThat(Examples.all()).extracting(Example::line).allMatch(line -> line.length() <= 100);
  }

  @Test
  void whatIsToldOfPropertiesIsTrue() {
    for (String[] row : Properties.all()) {
      if (!row[0].equals("*")) {
        assertThat(Properties.of(type(row[0]))).as(row[0]).contains(row[1]);
      }
    }
  }

  private static String name(Verb verb) {
    return verb.receiver() + "." + verb.name();
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName("dev.gantry.dsl." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Method> spoken(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(it -> it.getDeclaringClass().getName().startsWith("dev.gantry."))
        .filter(it -> !it.isSynthetic() && !Modifier.isStatic(it.getModifiers()))
        .filter(it -> !NOT_TYPED.contains(it.getName()));
  }
}
