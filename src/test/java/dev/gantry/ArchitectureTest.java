package dev.gantry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The walls of the house: who may import whom, where each library is known, how classes are named.
 */
class ArchitectureTest {
  private static final String BASE = "dev.gantry";

  /** The arrows of the design: each room and what it may import. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          entry("transport", Set.of()),
          entry("archive", Set.of()),
          entry("json", Set.of()),
          entry("http", Set.of("transport")),
          entry("auth", Set.of("json")),
          entry("engine", Set.of("http", "auth", "json", "transport")),
          entry("registry", Set.of("http", "auth", "json", "transport")),
          entry("hub", Set.of("http", "auth", "json", "transport")),
          entry("dsl", below("dsl")),
          entry("script", below("script")),
          entry("shell", below("shell")),
          entry("cli", below("cli")));

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(BASE);

  @Test
  void scanSawTheClasses() {
    assertThat(MAIN.size()).isGreaterThan(100);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(MAIN);
  }

  @Test
  void roomsImportOnlyWhatTheArrowsAllow() {
    MAY_IMPORT.forEach(
        (room, allowed) -> {
          String[] forbidden =
              MAY_IMPORT.keySet().stream()
                  .filter(other -> !other.equals(room) && !allowed.contains(other))
                  .map(ArchitectureTest::in)
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage(in(room))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(forbidden)
              .allowEmptyShould(true)
              .check(MAIN);
        });
  }

  @Test
  void everyClassIsInARoom() {
    String[] rooms = MAY_IMPORT.keySet().stream().map(ArchitectureTest::in).toArray(String[]::new);
    classes()
        .that()
        .resideOutsideOfPackage(BASE)
        .should()
        .resideInAnyPackage(rooms)
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void librariesAreKnownInOneRoom() {
    onlyIn("json", "com.fasterxml..");
    onlyIn("transport", "org.newsclub..");
    onlyIn("http", "org.apache.hc..");
    onlyIn("archive", "org.apache.commons..");
    onlyIn("archive", "com.google.re2j..");
    onlyIn("shell", "org.jline..");
    onlyIn("cli", "picocli..");
  }

  @Test
  void groovyIsKnownFromTheDslUp() {
    noClasses()
        .that()
        .resideInAnyPackage(
            in("transport"),
            in("archive"),
            in("http"),
            in("json"),
            in("auth"),
            in("engine"),
            in("registry"),
            in("hub"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("groovy..", "org.codehaus.groovy..", "org.apache.groovy..")
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void onlyTheCliTouchesTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("cli"))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "it ends the process or reads its environment",
                call ->
                    call.getTargetOwner().isEquivalentTo(System.class)
                        && (call.getName().equals("exit") || call.getName().equals("getenv"))))
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .check(MAIN);
  }

  @Test
  void ourExceptionsHaveOneBase() {
    classes()
        .that()
        .areAssignableTo(Throwable.class)
        .and()
        .doNotHaveFullyQualifiedName("dev.gantry.script.ScriptExit") // no error: "stop here"
        .should()
        .beAssignableTo(GantryException.class)
        .orShould()
        .beAssignableTo(java.io.IOException.class)
        .check(MAIN);
    noClasses()
        .should()
        .callConstructorWhere(
            DescribedPredicate.describe(
                "it makes a nameless exception",
                call ->
                    call.getTargetOwner().isEquivalentTo(RuntimeException.class)
                        && !call.getOriginOwner().isAssignableTo(GantryException.class)))
        .check(MAIN);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Utils?|Helper|Manager)")
        .orShould()
        .haveNameMatching(".*\\.Abstract[A-Z].*")
        .check(MAIN);
  }

  @Test
  void everyPackageIsNullMarked() {
    all(packages()).should(beNullMarked()).check(MAIN);
  }

  private static AbstractClassesTransformer<JavaPackage> packages() {
    return new AbstractClassesTransformer<>("packages") {
      @Override
      public Iterable<JavaPackage> doTransform(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackage).distinct().toList();
      }
    };
  }

  private static ArchCondition<JavaPackage> beNullMarked() {
    return new ArchCondition<>("be @NullMarked") {
      @Override
      public void check(JavaPackage item, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                item,
                item.isAnnotatedWith(NullMarked.class),
                item.getName() + " has no @NullMarked"));
      }
    };
  }

  private static void onlyIn(String room, String library) {
    noClasses()
        .that()
        .resideOutsideOfPackage(in(room))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(MAIN);
  }

  /** The upper rooms stand on one another: each may import all that are below it. */
  private static Set<String> below(String room) {
    List<String> bottomUp =
        List.of(
            "transport",
            "archive",
            "json",
            "http",
            "auth",
            "engine",
            "registry",
            "hub",
            "dsl",
            "script",
            "shell",
            "cli");
    return Set.copyOf(bottomUp.subList(0, bottomUp.indexOf(room)));
  }

  private static String in(String room) {
    return BASE + "." + room + "..";
  }
}
