package dev.gantry.shell.completion;

import java.util.Map;

/** A sign for each kind of suggestion, of one column each. */
final class Icons {
  private static final Map<String, String> BY_GROUP =
      Map.ofEntries(
          Map.entry("containers", "▣"),
          Map.entry("images", "◫"),
          Map.entry("networks", "⇄"),
          Map.entry("volumes", "⛁"),
          Map.entry("services", "⚙"),
          Map.entry("nodes", "◈"),
          Map.entry("options", "◦"),
          Map.entry(Groups.USUAL_OPTIONS, "◦"),
          Map.entry(Groups.EVERY_VALUE, "ƒ"),
          Map.entry(Groups.RAW_CALLS, "ƒ"),
          Map.entry("methods", "ƒ"),
          Map.entry("properties", "·"),
          Map.entry("keys", "·"),
          Map.entry("variables", "≔"),
          Map.entry("files", "▤"),
          Map.entry("in the container", "▤"),
          Map.entry("commands", "/"));

  private Icons() {}

  /** How a suggestion stands in a list with its sign in front; a blank where its kind has none. */
  static String beside(Suggestion suggestion) {
    return BY_GROUP.getOrDefault(suggestion.group(), " ") + " " + suggestion.shown();
  }
}
