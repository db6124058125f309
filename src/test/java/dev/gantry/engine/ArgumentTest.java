package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentTest {
  private static final Operation OPERATION = Catalogue.shipped().operation("ContainerList");

  private static List<String> texts(String parameter, Object value) {
    return new Argument(OPERATION, Parameter.parse(parameter), value).texts();
  }

  private static void assertRefused(String parameter, Object value, String sentence) {
    assertThatThrownBy(() -> texts(parameter, value))
        .isInstanceOf(UsageException.class)
        .hasMessage(sentence);
  }

  @Test
  void wrongTypeSaysWhatIsWantedAndWhatWasGiven() {
    assertRefused(
        "query:all:boolean",
        "yes",
        "parameter 'all' of ContainerList wants true or false, got String: yes");
    assertRefused(
        "query:limit:integer",
        1.5,
        "parameter 'limit' of ContainerList wants a whole number, got Double: 1.5");
    assertRefused(
        "query:limit:integer",
        "ten",
        "parameter 'limit' of ContainerList wants a whole number, got String: ten");
    assertRefused(
        "query:name:string",
        List.of("a"),
        "parameter 'name' of ContainerList wants a text, got ListN: [a]"
            .replace("ListN", listName()));
    assertRefused(
        "query:filters:json",
        new StringBuilder[0].getClass(),
        "parameter 'filters' of ContainerList wants a map, a list or JSON text, got Class: "
            + new StringBuilder[0].getClass());
  }

  private static String listName() {
    return List.of("a").getClass().getSimpleName();
  }

  @Test
  void valueThatIsNotAllowedNamesThoseThatAre() {
    assertRefused(
        "query:condition:string{next-exit|removed}",
        "gone",
        "parameter 'condition' of ContainerList wants one of next-exit, removed, got String: gone");
  }

  @Test
  void headersValueIsNotRepeatedInTheError() {
    assertRefused(
        "header:X-Registry-Auth:string",
        new Object[] {"pa55word"},
        "parameter 'X-Registry-Auth' of ContainerList wants a text, got Object[]");
  }

  @Test
  void booleanIsWrittenAsAWord() {
    assertThat(texts("query:all:boolean", true)).containsExactly("true");
    assertThat(texts("query:all:boolean", "False")).containsExactly("false");
  }

  @Test
  void wholeNumberKeepsItsDigits() {
    assertThat(texts("query:limit:integer", 7)).containsExactly("7");
    assertThat(texts("query:limit:integer", "-1")).containsExactly("-1");
    assertThat(texts("query:limit:integer", new BigInteger("123456789012345678901")))
        .containsExactly("123456789012345678901");
  }

  @Test
  void mapOfFiltersIsWrittenAsJson() {
    assertThat(texts("query:filters:json", Map.of("label", List.of("tier=web"))))
        .containsExactly("{\"label\":[\"tier=web\"]}");
    assertThat(texts("query:filters:json", "{}")).containsExactly("{}");
  }

  @Test
  void listIsOneTextForEachItem() {
    assertThat(texts("query:names:array", List.of("a", "b"))).containsExactly("a", "b");
    assertThat(texts("query:names:array", new String[] {"a", "b"})).containsExactly("a", "b");
    assertThat(texts("query:names:array", "a")).containsExactly("a");
    assertThat(texts("query:platform:array", List.of(Map.of("os", "linux"))))
        .containsExactly("{\"os\":\"linux\"}");
  }
}
