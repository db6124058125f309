package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The objects of scripts, written in Java: no casts of closures, no checked exceptions. */
@Timeout(60)
class JavaSignaturesTest {
  private static final Map<String, Object> SLEEPER =
      Map.of("name", "dsl-java", "detach", true, "init", true, "labels", Map.of("dsl-java", ""));

  @Test
  void nothingThrowsCheckedExceptions() {
    assertThat(methods())
        .allSatisfy(
            method ->
                assertThat(method.getExceptionTypes())
                    .allMatch(type -> RuntimeException.class.isAssignableFrom(type)));
  }

  /** JShell 25 writes the type of a variable with them, as {@code @Nullable java.lang.Object}. */
  @Test
  void resultsHaveNoAnnotationsWithinTheirTypes() {
    assertThat(methods())
        .allSatisfy(
            method ->
                assertThat(within(method.getAnnotatedReturnType()))
                    .as(method.toGenericString())
                    .allMatch(type -> type.getAnnotations().length == 0));
  }

  @OnEngines
  void resultOfCommandIsOne(TestEngine engine) {
    Docker docker = new Docker(engine.client(), DslScript.caller(Notices.NONE));
    Container sleeper = docker.run(SLEEPER, "busybox", "sleep", "60");
    try {
      assertThat(sleeper.exec("echo", "hi").getOut()).isEqualTo("hi\n");
      Result other = sleeper.exec(Map.of("user", "nobody"), "id", "-un");
      assertThat(other.trim()).isEqualTo("nobody");
      Result once = docker.run(Map.of("rm", true), "busybox", "sh", "-c", "exit 3");
      assertThat(once.getExitCode()).isEqualTo(3);
      assertThat(docker.getVersion()).containsKey("ApiVersion");
    } finally {
      sleeper.remove(Map.of("force", true));
    }
  }

  @OnEngines
  void lambdasTakeLinesAndEventsAndPickFromTables(TestEngine engine) {
    Docker docker = new Docker(engine.client(), DslScript.caller(Notices.NONE));
    List<String> seen = new CopyOnWriteArrayList<>();
    Container sleeper = docker.run(SLEEPER, "busybox", "sh", "-c", "echo one; sleep 60");
    try {
      sleeper.logs(Map.of("follow", true), (String line) -> seenBefore(sleeper, seen, line));
      sleeper.logs(Map.of("tail", 1), (line, source) -> seen.add(source + " " + line));
      assertThat(seen).containsExactly("one", "out one");

      docker.events(
          Map.of("since", "1m", "until", "0s", "filters", Map.of("container", sleeper.getId())),
          Lambdas.each((Event event) -> seen.add(event.getAction())));
      assertThat(seen).contains("create", "start");
      assertThat(docker.ps(Map.of("all", true)).findAll(c -> c.getName().equals("dsl-java")).rows())
          .hasSize(1);
      assertThat(docker.<Object>run(Map.of("rm", true), "busybox", "true")).isNotNull();
    } finally {
      sleeper.remove(Map.of("force", true));
    }
  }

  /** The end of the container ends what follows it. */
  private static void seenBefore(Container sleeper, List<String> seen, String line) {
    seen.add(line);
    sleeper.kill();
  }

  private static List<Method> methods() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.gantry.dsl")
            .stream()
            .filter(type -> type.getPackageName().equals("dev.gantry.dsl"))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::reflect)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
            .toList();
  }

  /** What stands between the angle brackets of a type. */
  private static List<AnnotatedType> within(AnnotatedType type) {
    List<AnnotatedType> found = new ArrayList<>();
    if (type instanceof AnnotatedParameterizedType generic) {
      for (AnnotatedType argument : generic.getAnnotatedActualTypeArguments()) {
        found.add(argument);
        found.addAll(within(argument));
      }
    }
    return found;
  }
}
