package dev.gantry.documentation;

import dev.gantry.dsl.Docker;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an engine has, to see that nothing was left behind. */
record Belongings(
    Set<String> containers, Set<String> images, Set<String> volumes, Set<String> networks) {

  static Belongings of(Docker docker) {
    return new Belongings(
        names(docker.ps(Map.of("all", true))),
        names(docker.getImages().list()),
        names(docker.getVolumes().list()),
        names(docker.getNetworks().list()));
  }

  /** The lines in which each is told, with its id and name. */
  private static Set<String> names(Iterable<?> things) {
    Set<String> names = new TreeSet<>();
    things.forEach(thing -> names.add(thing.toString()));
    return names;
  }
}
