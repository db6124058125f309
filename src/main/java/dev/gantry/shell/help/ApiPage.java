package dev.gantry.shell.help;

import dev.gantry.engine.Catalogue;
import dev.gantry.engine.Field;
import dev.gantry.engine.Operation;
import dev.gantry.engine.Parameter;
import dev.gantry.engine.Schemas;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page of an operation of the Engine API, or of an object of it. */
final class ApiPage {
  private ApiPage() {}

  /** By the exact name of an operation or of an object. */
  static Optional<Page> of(String name) {
    return operations()
        .filter(it -> it.id().equals(name))
        .findFirst()
        .map(ApiPage::operation)
        .or(() -> Schemas.names().contains(name) ? Optional.of(schema(name)) : Optional.empty());
  }

  static Stream<Operation> operations() {
    Catalogue catalogue = Catalogue.shipped();
    return Stream.concat(catalogue.operations().stream(), catalogue.unpublished().stream());
  }

  private static Page operation(Operation operation) {
    Page page =
        new Page()
            .line("docker.api." + operation.id() + "(parameters)")
            .text(2, sentence(operation.does()))
            .row("request", operation.method() + " " + operation.path())
            .row("answer", operation.answer().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .row("changes", operation.mutates().equals("yes") ? "something" : "nothing");
    String versions = versions(operation.since(), operation.until());
    if (!versions.isEmpty()) {
      page.row("API", versions);
    }
    if (!operation.parameters().isEmpty()) {
      page.line("  parameters")
          .rows(4, operation.parameters().stream().map(ApiPage::parameter).toList());
    }
    if (Schemas.names().contains(operation.body())) {
      page.line("  body: " + operation.body()).rows(4, fields(operation.body()));
    }
    return page;
  }

  private static List<String> parameter(Parameter it) {
    String more =
        Stream.of(
                "in " + it.place(),
                it.required() ? "required" : "",
                it.defaultValue() == null ? "" : "default " + it.defaultValue(),
                it.allowed().isEmpty() ? "" : "one of " + String.join(", ", it.allowed()),
                versions(it.since(), it.until()))
            .filter(part -> !part.isEmpty())
            .reduce((one, other) -> one + "; " + other)
            .orElse("");
    return List.of(it.name(), it.type(), more);
  }

  private static Page schema(String name) {
    return new Page().line(name + ", an object of the Engine API").rows(4, fields(name));
  }

  private static List<List<String>> fields(String schema) {
    return Schemas.named(schema).all().stream().map(ApiPage::field).toList();
  }

  private static List<String> field(Field it) {
    return List.of(it.name(), it.type() + space(versions(it.since(), it.until())));
  }

  private static String space(String versions) {
    return versions.isEmpty() ? "" : "  [" + versions + "]";
  }

  private static String versions(@Nullable Object since, @Nullable Object until) {
    String from = since == null ? "" : "since " + since;
    String to = until == null ? "" : "gone since " + until;
    return from + (from.isEmpty() || to.isEmpty() ? "" : ", ") + to;
  }

  private static String sentence(String does) {
    return Character.toUpperCase(does.charAt(0)) + does.substring(1) + ".";
  }
}
