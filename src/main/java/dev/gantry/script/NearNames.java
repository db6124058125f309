package dev.gantry.script;

import dev.gantry.DidYouMean;
import dev.gantry.GantryException;
import dev.gantry.dsl.Container;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Image;
import dev.gantry.dsl.Network;
import dev.gantry.dsl.Volume;
import dev.gantry.engine.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that an engine has, for who asked it for one that it has not. */
final class NearNames {
  private static final Pattern PATH =
      Pattern.compile("\\S+ /(containers|images|networks|volumes)/([^/?]+).*");

  private NearNames() {}

  /**
   * Asks the engine what there is.
   *
   * @return {@code "; did you mean 'web'?"}, or nothing
   */
  static String hint(NotFoundException missing, Object docker) {
    Matcher path = PATH.matcher(missing.request());
    if (!path.matches() || !(docker instanceof Docker engine)) {
      return "";
    }
    try {
      return DidYouMean.hint(path.group(2), names(engine, path.group(1)));
    } catch (GantryException e) {
      return "";
    }
  }

  private static List<String> names(Docker docker, String kind) {
    return switch (kind) {
      case "containers" -> docker.ps(Map.of("all", true)).stream().map(Container::getName).toList();
      case "networks" -> docker.getNetworks().list().stream().map(Network::getName).toList();
      case "volumes" -> docker.getVolumes().list().stream().map(Volume::getName).toList();
      default ->
          docker.getImages().list().stream()
              .map(Image::getTags)
              .flatMap(List::stream)
              .flatMap(tag -> List.of(tag, tag.replaceFirst(":latest$", "")).stream())
              .toList();
    };
  }
}
