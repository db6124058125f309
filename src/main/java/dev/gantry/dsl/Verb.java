package dev.gantry.dsl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What there is to say of a verb: a method of {@code docker} or of what it hands out.
 *
 * @param receiver the simple name of the class that has it: {@code Container}
 * @param name the method's name
 * @param arguments those without a name, in their order
 * @param options the named ones
 * @param operations of the Engine API that are behind it, as far as they are always the same
 * @param command of the Docker CLI that does the same; empty where there is none
 * @param summary one line
 */
public record Verb(
    String receiver,
    String name,
    List<Argument> arguments,
    List<VerbOption> options,
    List<String> operations,
    String command,
    String summary) {

  /**
   * An argument without a name.
   *
   * @param name with {@code …} behind it where there may be several
   * @param words what it may be; {@code @images} for the names that the engine has
   */
  public record Argument(String name, List<String> words) {}

  /** The option of that name or alias. */
  public Optional<VerbOption> option(String name) {
    return options.stream()
        .filter(it -> it.name().equals(name) || it.aliases().contains(name))
        .findFirst();
  }

  /** How one gets at it: {@code docker.containers.create}, {@code container.stop}. */
  public String path() {
    return Verbs.path(receiver) + "." + name;
  }

  /** How it is called from {@code docker} on: {@code docker.containers.NAME.exec(command…)}. */
  public String call() {
    return Verbs.fromDocker(receiver) + "." + name + "(" + given() + ")";
  }

  private String given() {
    return arguments.stream().map(Argument::name).collect(Collectors.joining(", "));
  }

  /** How it is called: {@code docker.run(image, command…, options)}. */
  public String signature() {
    String all = given();
    String more = options.isEmpty() ? "" : all.isEmpty() ? "options" : ", options";
    return path() + "(" + all + more + ")";
  }
}
