package dev.gantry.shell.reading;

import dev.gantry.UsageException;
import dev.gantry.json.Colors;
import dev.gantry.shell.completion.AsOffered;
import dev.gantry.shell.printing.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** Entries typed at a terminal. */
public final class JLineLineSource implements LineSource {
  /** As wide as the prompt, and says what is still to be closed. */
  private static final String CONTINUATION = "%P  %M> ";

  private static final String EDIT = "edit-in-editor";

  private final Reading reading;
  private final EntryHistory history = new EntryHistory();
  private final EntryReader reader;
  private final EntryHighlighter highlighter;
  private final Prompt prompt;
  private final TextEditor editor;
  private @Nullable String prepared;
  private @Nullable String asking;

  /**
   * A line editor with our keys.
   *
   * @param isCommand whether an entry is for the shell and not for Groovy
   */
  public JLineLineSource(Reading reading, Completer completer, Predicate<String> isCommand) {
    this.reading = reading;
    editor = new TextEditor(reading.terminal(), reading.env());
    prompt = new Prompt(reading.session()::lastEntry, reading.settings());
    reader = new EntryReader(reading);
    reader.setParser(new EntryParser(isCommand));
    reader.setCompleter(completer);
    reader.setCompletionMatcher(new AsOffered());
    reader.setHistory(history);
    EntryColours colours = new EntryColours(isCommand, reading.session().names()::knows);
    highlighter = new EntryHighlighter(colours, new Suggestions(history), reading.settings());
    if (reading.colors() == Colors.ON && !reading.isDumb()) {
      reader.setHighlighter(highlighter);
      addSuggestions();
    }
    configure();
    addKeys();
  }

  /** Shows a line below the entry while it is typed. */
  public void showBelow(BelowEntry shown) {
    reader.showBelow(shown);
  }

  /** Has a line below the entry say why there is nothing to complete with. */
  public void explainNothing(Supplier<String> why) {
    reader.explainNothing(why);
  }

  /** For what completes, and for what prints while somebody types. */
  public LineReader reader() {
    return reader;
  }

  /**
   * Reads what was typed before.
   *
   * @param own the person's file
   * @param project the project's
   * @param console told when history cannot be kept
   */
  public void openHistory(Path own, Optional<Path> project, Console console) {
    history.open(reader, own, project, console);
    Inputrc.apply(reader, reading).ifPresent(console::say);
    reader.chooseKeys();
    reading.settings().onChange(setting -> reader.chooseKeys());
  }

  /** Loads what colours need. Takes a while, and so is done behind the prompt. */
  public void warmUp() {
    reading.session().names().load();
    highlighter.start();
  }

  private void configure() {
    reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUATION);
    reader.setVariable(LineReader.INDENTATION, EntryReader.INDENT);
    reader.setVariable(LineReader.LIST_MAX, 0);
    reader.setVariable(LineReader.BLINK_MATCHING_PAREN, 0);
    reader.setVariable(LineReader.HISTORY_SIZE, HistoryFile.KEPT);
    // Else every backslash of the entry is eaten before Groovy sees it.
    reader.option(Option.DISABLE_EVENT_EXPANSION, true);
    reader.option(Option.CASE_INSENSITIVE_SEARCH, true);
    reader.option(Option.EMPTY_WORD_OPTIONS, false);
    // It offers container names that are merely similar.
    reader.option(Option.COMPLETE_MATCHER_TYPO, false);
    reader.option(Option.HISTORY_BEEP, false);
    reader.option(Option.MOUSE, false);
  }

  /** A suggestion is taken where the caret could not go further, and else nothing changes. */
  private void addSuggestions() {
    before(LineReader.FORWARD_CHAR, this::takeSuggestion);
    before(LineReader.END_OF_LINE, this::takeSuggestion);
    before(LineReader.FORWARD_WORD, this::takeWord);
  }

  private void before(String name, Widget first) {
    Widget usual = Objects.requireNonNull(reader.getBuiltinWidgets().get(name));
    reader.getWidgets().put(name, () -> first.apply() || usual.apply());
  }

  private boolean takeSuggestion() {
    String rest = highlighter.rest(reader);
    reader.getBuffer().write(rest);
    return !rest.isEmpty();
  }

  private boolean takeWord() {
    String rest = highlighter.rest(reader);
    String word = rest.replaceFirst("(?s)^(\\W*\\w*).*", "$1");
    reader.getBuffer().write(word);
    return !word.isEmpty();
  }

  private void addKeys() {
    reader.getWidgets().put(EDIT, this::editBuffer);
    reader.getWidgets().put(LineReader.EDIT_AND_EXECUTE_COMMAND, this::editBuffer);
    reader.getWidgets().put(LineReader.CALLBACK_KEYMAP, this::showMode);
    bind(LineReader.EMACS, KeyMap.alt('e'), EDIT);
    for (String vi : List.of(LineReader.VIINS, LineReader.VICMD)) {
      bind(vi, KeyMap.ctrl('X') + KeyMap.ctrl('E'), EDIT);
      bind(vi, KeyMap.alt(KeyMap.ctrl('M')), LineReader.SELF_INSERT_UNMETA);
    }
  }

  private void bind(String map, String keys, String widget) {
    Objects.requireNonNull(reader.getKeyMaps().get(map)).bind(new Reference(widget), keys);
  }

  private boolean showMode() {
    reader.setPrompt(asking == null ? prompt.text(reader.getKeyMap()) : asking);
    return true;
  }

  /** The text at the prompt, in the person's editor and back. */
  private boolean editBuffer() {
    Terminal terminal = reading.terminal();
    reader.callWidget(LineReader.CLEAR);
    terminal.puts(Capability.keypad_local);
    terminal.writer().write(EntryReader.BRACKETED_PASTE_OFF);
    try {
      String saved = editor.edit(reader.getBuffer().toString());
      reader.getBuffer().clear();
      reader.getBuffer().write(saved);
    } catch (UsageException e) {
      terminal.writer().println(e.getMessage());
    }
    terminal.writer().write(EntryReader.BRACKETED_PASTE_ON);
    terminal.puts(Capability.keypad_xmit);
    reader.callWidget(LineReader.REDRAW_LINE);
    return true;
  }

  @Override
  public void edit(String text) {
    prepared = editor.edit(text);
  }

  @Override
  public Input ask(String question) {
    reader.setVariable(LineReader.DISABLE_HISTORY, true);
    asking = question;
    try {
      return read(question, null);
    } finally {
      asking = null;
      reader.setVariable(LineReader.DISABLE_HISTORY, false);
    }
  }

  @Override
  public Input next() {
    startOnAFreshLine();
    String text = prepared;
    prepared = null;
    return read(prompt.text(LineReader.MAIN), text);
  }

  private Input read(String shown, @Nullable String text) {
    try {
      return new Input.Entry(reader.readLine(shown, null, (Character) null, text));
    } catch (UserInterruptException e) {
      if (reading.isDumb()) {
        reader.getTerminal().writer().println(); // elsewhere JLine ends the line itself
      }
      return new Input.Cancelled();
    } catch (EndOfFileException e) {
      return new Input.End();
    } finally {
      highlighter.news().ifPresent(reader.getTerminal().writer()::println);
    }
  }

  /**
   * Leaves a line that output ended in the middle of. Where the cursor already is at the start, the
   * blanks end on the same line; they are wiped, or a narrower window would wrap them.
   *
   * <p>JLine's AUTO_FRESH_LINE does not wipe them (4.5.0).
   */
  private void startOnAFreshLine() {
    Terminal terminal = reader.getTerminal();
    int columns = terminal.getSize().getColumns();
    if (columns > 1 && !reading.isDumb()) {
      terminal.writer().print(" ".repeat(columns - 1) + "\r");
      terminal.puts(Capability.clr_eol);
      terminal.flush();
    }
  }

  @Override
  public List<Typed> history() {
    return history.entries();
  }

  @Override
  public int sync() throws IOException {
    return history.sync();
  }
}
