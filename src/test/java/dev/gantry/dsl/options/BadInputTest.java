package dev.gantry.dsl.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.UsageException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever is given for an option of any verb, what is wrong is said in a sentence that names it.
 */
class BadInputTest {
  /** Each is wrong for most kinds of values, and all have to be refused or taken, never trip. */
  private static final List<Object> VALUES =
      List.of(
          true,
          -7,
          new BigDecimal("1.5"),
          "",
          " ",
          "\u0000",
          "no such: thing=//,,::",
          "=",
          ":",
          ",",
          "-",
          "999999999999999999999999",
          List.of(),
          List.of(List.of("x")),
          List.of(Map.of()),
          Collections.singletonList(null),
          Arrays.asList("a", null),
          Map.of(),
          Map.of("x", List.of(Map.of())),
          Collections.singletonMap("x", null),
          Collections.singletonMap(null, "x"),
          new Object[] {},
          new byte[] {1});

  /** Nothing takes this. */
  private static final Object STRANGE = new Object() {};

  static Map<String, OptionTable> tables() {
    Map<String, OptionTable> tables = new TreeMap<>();
    tables.put("run", RunOptions.table("run"));
    tables.put("create", RunOptions.table("create"));
    tables.put("service create", ServiceOptions.table("service create"));
    tables.put("service update", ServiceOptions.table("service update"));
    OptionTable.rows("verbs").stream()
        .map(row -> row.substring(0, row.indexOf('\t')))
        .distinct()
        .forEach(verb -> tables.put(verb, VerbOptions.table(verb)));
    return tables;
  }

  private static Surroundings surroundings(Option option) {
    return TestSurroundings.speaking(option.until().orElse("1.56"));
  }

  /** What a value is refused with; null where it is taken. */
  private static @Nullable RuntimeException refusal(
      String verb, OptionTable table, Option option, @Nullable Object value) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    given.put(option.name(), value);
    try {
      table.place(table.check(verb, given, surroundings(option)));
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  @Test
  void unknownOptionOfEveryVerbIsNamed() {
    tables()
        .forEach(
            (verb, table) -> {
              Option option = table.options().iterator().next();
              Surroundings where = surroundings(option);
              String message = "";
              try {
                table.check(verb, Map.of("noSuchOption", 1), where);
              } catch (UsageException e) {
                message = String.valueOf(e.getMessage());
              }
              assertThat(message).startsWith("unknown option 'noSuchOption' for " + verb);
            });
  }

  @Test
  void valueOfAStrangeTypeIsRefusedByEveryOption() {
    List<String> wrong = new ArrayList<>();
    tables()
        .forEach(
            (verb, table) ->
                table
                    .options()
                    .forEach(
                        option -> {
                          RuntimeException refusal = refusal(verb, table, option, STRANGE);
                          if (!names(refusal, option, verb)) {
                            wrong.add(verb + " " + option.name() + ": " + refusal);
                          }
                        }));
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyOtherValueIsTakenOrRefusedInASentenceThatNamesTheOption() {
    List<String> wrong = new ArrayList<>();
    tables()
        .forEach(
            (verb, table) ->
                table
                    .options()
                    .forEach(
                        option ->
                            VALUES.forEach(
                                value -> {
                                  RuntimeException refusal = refusal(verb, table, option, value);
                                  if (refusal != null && !names(refusal, option, verb)) {
                                    wrong.add(
                                        verb + " " + option.name() + " " + value + ": " + refusal);
                                  }
                                })));
    assertThat(wrong).isEmpty();
  }

  private static boolean names(@Nullable RuntimeException refusal, Option option, String verb) {
    return refusal instanceof UsageException
        && String.valueOf(refusal.getMessage()).contains("'" + option.name() + "' of " + verb);
  }
}
