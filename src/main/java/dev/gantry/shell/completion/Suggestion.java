package dev.gantry.shell.completion;

/**
 * A way to go on from the caret.
 *
 * @param text what takes the place of the word before the caret
 * @param group the heading it stands under
 * @param description a few words, may be empty
 */
public record Suggestion(String text, String group, String description) {}
