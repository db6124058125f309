package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final String HOW_TO_MAKE = "the table is made by scripts/lib/catalogue.groovy";
  private static final ApiVersion OLDEST = new ApiVersion(1, 25);
  private static final Collection<Operation> OPERATIONS = Catalogue.shipped().operations();

  @Test
  void unknownOperationSuggestsTheNearest() {
    assertThatThrownBy(() -> Catalogue.shipped().operation("ContainerStrat"))
        .isInstanceOf(UsageException.class)
        .hasMessage("unknown operation 'ContainerStrat'; did you mean 'ContainerStart'?");
  }

  @Test
  void operationFarFromAllIsRefusedWithoutSuggestion() {
    assertThatThrownBy(() -> Catalogue.shipped().operation("xyzzy"))
        .hasMessage("unknown operation 'xyzzy'");
  }

  @Test
  void damagedParameterIsRefusedWithItsText() {
    assertThatThrownBy(() -> Parameter.parse("query?all"))
        .isInstanceOf(UsageException.class)
        .hasMessage("the catalogue is damaged at 'query?all'");
  }

  @Test
  void everyRowIsReadAndThereAre108() {
    assertThat(OPERATIONS).as(HOW_TO_MAKE).hasSize(108).allSatisfy(CatalogueTest::isWhole);
    assertThat(OPERATIONS).extracting(Operation::id).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void unpublishedOperationsStandApart() {
    assertThat(Catalogue.shipped().unpublished())
        .as(HOW_TO_MAKE)
        .hasSize(5)
        .doesNotContainAnyElementsOf(OPERATIONS)
        .allSatisfy(CatalogueTest::isWhole)
        .allSatisfy(it -> assertThat(Catalogue.shipped().operation(it.id())).isEqualTo(it));
  }

  private static void isWhole(Operation operation) {
    assertThat(operation.method()).isIn("GET", "HEAD", "POST", "PUT", "DELETE");
    assertThat(operation.path()).startsWith("/");
    assertThat(operation.mutates()).isIn("yes", "no", "stdin");
    assertThat(operation.does()).matches("[a-z].*[^.]");
    assertThat(operation.tag()).isNotBlank();
  }

  @Test
  void everyVersionIsBetweenTheOldestAndTheNewest() {
    Stream<Lifetime> lifetimes =
        Stream.concat(
            OPERATIONS.stream().map(Operation::lifetime),
            OPERATIONS.stream()
                .flatMap(operation -> operation.parameters().stream())
                .map(Parameter::lifetime));

    assertThat(lifetimes.flatMap(life -> Stream.of(life).mapMulti(CatalogueTest::bounds)))
        .isNotEmpty()
        .allSatisfy(version -> assertThat(version).isBetween(OLDEST, ApiVersion.NEWEST));
  }

  private static void bounds(Lifetime life, Consumer<ApiVersion> to) {
    Stream.of(life.since(), life.until()).filter(Objects::nonNull).forEach(to);
  }

  @Test
  void everyPlaceInAPathIsARequiredParameter() {
    assertThat(OPERATIONS)
        .allSatisfy(
            operation ->
                assertThat(placesIn(operation.path()))
                    .containsExactlyInAnyOrderElementsOf(pathParameters(operation)));
  }

  @Test
  void everyPlaceInTheWordsIsAParameter() {
    assertThat(OPERATIONS)
        .allSatisfy(
            operation ->
                assertThat(placesIn(operation.does()))
                    .allMatch(name -> operation.parameter(name).isPresent()));
  }

  @Test
  void everySchemaOfABodyOrAnswerIsThere() {
    assertThat(OPERATIONS)
        .flatExtracting(it -> it.responses().values())
        .extracting(it -> it.toString().replaceAll("[\\[\\]]", ""))
        .allMatch(it -> it.isEmpty() || it.equals("string") || Schemas.has(it));
    assertThat(OPERATIONS)
        .filteredOn(it -> it.parameter("body").filter(b -> !b.type().equals("binary")).isPresent())
        .allMatch(it -> Schemas.has(it.body()));
  }

  @Test
  void parameterNamesAreUniqueWithinAnOperation() {
    assertThat(OPERATIONS)
        .allSatisfy(
            operation ->
                assertThat(operation.parameters())
                    .extracting(Parameter::name)
                    .doesNotHaveDuplicates());
  }

  @Test
  void onlyReadingMethodsAreAllFreeOfChanges() {
    assertThat(OPERATIONS)
        .filteredOn(operation -> operation.method().matches("PUT|DELETE"))
        .extracting(Operation::mutates)
        .containsOnly("yes");
  }

  private static List<String> pathParameters(Operation operation) {
    return operation.parameters().stream()
        .filter(parameter -> parameter.place().equals("path") && parameter.required())
        .map(Parameter::name)
        .toList();
  }

  private static List<String> placesIn(String text) {
    return Pattern.compile("\\{(\\w+)}")
        .matcher(text)
        .results()
        .map((MatchResult place) -> place.group(1))
        .toList();
  }
}
