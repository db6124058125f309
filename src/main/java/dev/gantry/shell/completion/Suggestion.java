package dev.gantry.shell.completion;

/**
 * A way to go on from the caret.
 *
 * @param text what takes the place of the word before the caret
 * @param shown how it stands in a list
 * @param group the heading it stands under
 * @param description a few words, may be empty
 * @param rank its place in its group: the lower ones first, equal ones by their text
 */
public record Suggestion(String text, String shown, String group, String description, int rank) {

  /** One that stands among its group by its text. */
  public Suggestion(String text, String group, String description) {
    this(text, text, group, description, 0);
  }

  /** The same name, typed in another way. */
  Suggestion withText(String other) {
    return new Suggestion(other, shown, group, description, rank);
  }

  Suggestion shownAs(String other) {
    return new Suggestion(text, other, group, description, rank);
  }

  Suggestion ranked(int place) {
    return new Suggestion(text, shown, group, description, place);
  }
}
