package dev.gantry.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.dsl.ValueExtensions;
import dev.gantry.dsl.Verb;
import dev.gantry.dsl.VerbOption;
import dev.gantry.dsl.Verbs;
import groovy.lang.GroovyShell;
import groovy.lang.MetaMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.junit.jupiter.api.Test;

/** What the topics of help tell to type: it compiles, and its verbs and options are there. */
class TopicExamplesTest {
  private static final Pattern CODE =
      Pattern.compile("((docker|web|x|_error|log)\\.|web = |job \\{|try \\{|[\\['\"]).*");

  private static final Pattern CALL = Pattern.compile("\\.(\\w+) ?(?=[({])");
  private static final Pattern OPTION = Pattern.compile("[(,] ?(\\w+): ");

  @Test
  void codeInTopicsCompiles() {
    List<String> examples = examples().toList();
    assertThat(examples).hasSizeGreaterThan(40);
    examples.forEach(code -> new GroovyShell().parse(code));
  }

  @Test
  void verbsAndOptionsInTopicsExist() {
    Set<String> ofGroovy =
        InvokerHelper.getMetaClass(ArrayList.class).getMetaMethods().stream()
            .map(MetaMethod::getName)
            .collect(Collectors.toSet());
    Set<String> ofValues =
        Arrays.stream(ValueExtensions.class.getMethods())
            .map(java.lang.reflect.Method::getName)
            .collect(Collectors.toSet());
    List<String> unknown = new ArrayList<>();
    examples()
        .filter(code -> code.startsWith("docker.") || code.startsWith("web."))
        .forEach(
            code -> {
              List<Verb> verbs = calls(code).flatMap(name -> Verbs.named(name).stream()).toList();
              calls(code)
                  .filter(name -> Verbs.named(name).isEmpty())
                  .filter(name -> !ofGroovy.contains(name) && !ofValues.contains(name))
                  .forEach(name -> unknown.add(name + " in " + code));
              found(OPTION, code)
                  .filter(name -> verbs.stream().noneMatch(verb -> has(verb, name)))
                  .filter(name -> !code.contains("[" + name + ": "))
                  .forEach(name -> unknown.add(name + " in " + code));
            });
    assertThat(unknown).isEmpty();
  }

  private static boolean has(Verb verb, String option) {
    return verb.options().stream()
        .flatMap(it -> Stream.concat(Stream.of(it.name()), aliases(it)))
        .anyMatch(option::equals);
  }

  private static Stream<String> aliases(VerbOption option) {
    return option.aliases().stream();
  }

  private static Stream<String> calls(String code) {
    return found(CALL, code);
  }

  private static Stream<String> found(Pattern pattern, String code) {
    return pattern.matcher(code).results().map((MatchResult it) -> it.group(1));
  }

  private static Stream<String> examples() {
    return Stream.concat(Stream.of("overview"), Topics.names().stream())
        .filter(name -> !name.equals("filters") && !name.equals("settings"))
        .flatMap(name -> Tables.text("topics/" + name + ".txt").lines())
        .filter(line -> line.startsWith("  "))
        .flatMap(line -> Stream.of(line.strip().split(" {2,}|, and then$", -1)))
        .filter(cell -> CODE.matcher(cell).matches() && !cell.endsWith("?"));
  }
}
