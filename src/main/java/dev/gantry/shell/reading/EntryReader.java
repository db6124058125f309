package dev.gantry.shell.reading;

import dev.gantry.json.Colors;
import dev.gantry.script.Completeness;
import dev.gantry.shell.completion.Groups;
import dev.gantry.shell.settings.Setting;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** JLine's line editor, and what it lacks (4.5.0). */
final class EntryReader extends LineReaderImpl {
  static final int INDENT = 2;

  /** More columns than a prompt has. */
  private static final int PROMPT = 20;

  private static final String PASTE_END = "\u001b[201~";

  private final Reading from;
  private final HistoryWalk walk = new HistoryWalk();
  private final Supplier<AttributedString> status = this::statusLine;
  private BelowEntry below = BelowEntry.NOTHING;
  private Supplier<String> whyNothing = () -> "";
  private String notice = "";
  private boolean over;

  EntryReader(Reading from) {
    super(from.terminal(), "gantry", new HashMap<>());
    this.from = from;
  }

  /** Shows a line below the entry while it is typed, where nothing else stands there. */
  void showBelow(BelowEntry shown) {
    below = shown;
  }

  /** Says why the completer offers nothing, until the next key. */
  void explainNothing(Supplier<String> why) {
    whyNothing = why;
  }

  @Override
  protected boolean doComplete(
      CompletionType type, boolean useMenu, boolean prefix, boolean forSuggestion) {
    boolean done = super.doComplete(type, useMenu, prefix, forSuggestion);
    notice = done || forSuggestion ? "" : whyNothing.get();
    return done;
  }

  @Override
  public Binding readBinding(KeyMap<Binding> keys, @Nullable KeyMap<Binding> local) {
    Binding key = super.readBinding(keys, local);
    notice = "";
    return key;
  }

  /**
   * An entry that is being typed is drawn anew, because what stands below it has changed. On a dumb
   * terminal nothing does, and all of it would be printed once more.
   */
  private void news() {
    if (isReading() && !from.isDumb()) {
      redisplay();
    }
  }

  @Override
  public String readLine(
      String prompt, @Nullable String right, @Nullable Character mask, @Nullable String text) {
    below.begins(this::news);
    try {
      return super.readLine(prompt, right, mask, text);
    } finally {
      below.ends();
    }
  }

  @Override
  protected void redisplay(boolean flush) {
    lock.lock();
    try {
      if (post == null && !over && !from.isDumb() && statusLine().length() > 0) {
        post = status;
      }
      super.redisplay(flush);
    } finally {
      post = post == status ? null : post;
      lock.unlock();
    }
  }

  /**
   * A window of another width breaks the lines on the screen anew, the one below the entry too;
   * JLine then draws over the prompt. What is on the screen from the prompt on is wiped instead,
   * and drawn anew.
   */
  @Override
  protected void handleSignal(Signal signal) {
    lock.lock();
    try {
      int columns = terminal.getBufferSize().getColumns();
      boolean broken = signal == Signal.WINCH && columns > 0 && columns != size.getColumns();
      if (broken && !from.isDumb()) {
        wipe(columns);
      }
      super.handleSignal(signal);
      if (broken) {
        news();
      }
    } finally {
      lock.unlock();
    }
  }

  private void wipe(int columns) {
    for (int row = 0; row < rowsAboveCaret(columns); row++) {
      terminal.puts(Capability.cursor_up);
    }
    terminal.puts(Capability.carriage_return);
    terminal.puts(Capability.clr_eos);
    display = new Display(terminal, false);
    display.setDelayLineWrap(isSet(Option.DELAY_LINE_WRAP));
  }

  /** Every line of an entry begins behind a prompt, and all prompts are as wide as the first. */
  private int rowsAboveCaret(int columns) {
    int rows = -1;
    int last = 0;
    for (String line : buf.upToCursor().split("\n", -1)) {
      rows += 1 + last / columns;
      last = prompt.columnLength(terminal) + new AttributedString(line).columnLength(terminal);
    }
    return rows + last / columns;
  }

  private AttributedString statusLine() {
    AttributedString line = notice.isEmpty() ? shown(below.line()) : dim(notice);
    int columns = size.getColumns() - 1;
    if (columns <= 0 || line.columnLength(terminal) <= columns) {
      return columns > 0 ? line : AttributedString.EMPTY;
    }
    return new AttributedStringBuilder()
        .append(line.columnSubSequence(terminal, 0, columns - from.signs().ellipsis().length()))
        .style(line.styleAt(0))
        .append(from.signs().ellipsis())
        .toAttributedString();
  }

  private AttributedString shown(AttributedString line) {
    return line.length() == 0 || from.signs().unicode()
        ? line
        : new AttributedString(from.signs().shown(line.toString()), line.styleAt(0));
  }

  private AttributedString dim(String text) {
    AttributedStyle style = AttributedStyle.DEFAULT;
    return new AttributedString(text, from.colors() == Colors.ON ? style.faint() : style);
  }

  @Override
  protected Comparator<String> getGroupComparator() {
    return Groups.ORDER;
  }

  /** As much as fits, so that JLine never asks whether it is too much. */
  @Override
  protected PostResult toColumns(
      List<Object> items,
      @Nullable Candidate selection,
      String completed,
      Function<String, Integer> width,
      int columns,
      boolean rowsFirst) {
    CandidateList list = new CandidateList(width, columns, from.signs().ellipsis());
    int rows = selection == null ? rowsBelow() : Integer.MAX_VALUE;
    return super.toColumns(
        list.fitting(items, rows), selection, completed, list::width, columns, rowsFirst);
  }

  /** The lines of the screen that the entry leaves, but for one. */
  private int rowsBelow() {
    int columns = Math.max(1, size.getColumns());
    int taken =
        buf.toString().lines().mapToInt(line -> 1 + (PROMPT + line.length()) / columns).sum();
    return Math.max(1, size.getRows() - Math.max(1, taken) - 2);
  }

  /**
   * A second Tab shows the list once more, as bash does: JLine takes the first of it, and what is
   * typed then is glued to that. A key of the person's for {@code menu-complete} has JLine's menu.
   */
  @Override
  protected boolean doMenu(
      List<Candidate> original,
      String completed,
      BiFunction<CharSequence, Boolean, CharSequence> escaper) {
    if (post == null || post == status) {
      return super.doMenu(original, completed, escaper);
    }
    buf.write(escaper.apply(completed, false));
    post = null;
    bindingReader.runMacro(getLastBinding());
    return true;
  }

  /** What runs has the whole screen. */
  @Override
  protected void doCleanup(boolean newLine) {
    over = true;
    try {
      super.doCleanup(newLine);
    } finally {
      over = false;
    }
  }

  /** Takes the keys that the person chose. */
  void chooseKeys() {
    boolean vi = from.settings().get(Setting.EDITING_MODE).equals("vi");
    if (!from.isDumb()) {
      keyMaps.put(MAIN, keyMaps.get(vi ? VIINS : EMACS));
    }
  }

  /** Whether somebody is at it: not when it is drawn for the last time, or beside a list. */
  boolean isBeingTyped() {
    return doAutosuggestion && !from.isDumb();
  }

  /** Whether the caret is behind a text that nothing follows. */
  boolean isAtEnd() {
    return isBeingTyped()
        && buf.length() > 0
        && buf.cursor() == buf.length()
        && searchTerm == null
        && (post == null || post == status);
  }

  /** Takes a paste for what it was copied from: the terminal sends its line ends as Enter. */
  @Override
  public boolean beginPaste() {
    String text = doReadStringUntil(PASTE_END).replace("\r\n", "\n").replace('\r', '\n');
    regionActive = RegionType.PASTE;
    regionMark = buf.cursor();
    buf.write(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    return true;
  }

  /** See {@link HistorySearch}. Every other key ends the search, and is then itself. */
  @Override
  @SuppressWarnings("JdkObsolete") // JLine's field is a StringBuffer
  protected boolean doSearchHistory(boolean backward) {
    String typed = buf.toString();
    HistorySearch search = new HistorySearch(((EntryHistory) history).entries(), backward);
    post = () -> new AttributedString(search.status() + "_");
    try {
      Binding key;
      do {
        searchTerm = new StringBuffer(search.term());
        redisplay();
        key = readBinding(getKeys());
      } while (search(search, key));
      if (isCalled(key, LineReader.SEND_BREAK)) {
        setBuffer(typed);
      } else if (key != null) {
        bindingReader.runMacro(getLastBinding());
      }
      return true;
    } finally {
      searchTerm = null;
      post = null;
    }
  }

  /** Takes a step of a search; not if the key is none of a search's. */
  private boolean search(HistorySearch search, @Nullable Binding key) {
    if (isCalled(key, LineReader.HISTORY_INCREMENTAL_SEARCH_BACKWARD)) {
      search.next(true);
    } else if (isCalled(key, LineReader.HISTORY_INCREMENTAL_SEARCH_FORWARD)) {
      search.next(false);
    } else if (isCalled(key, LineReader.BACKWARD_DELETE_CHAR)) {
      search.back();
    } else if (isText(key)) {
      search.type(getLastBinding());
    } else {
      return false;
    }
    search.found().ifPresent(this::show);
    return true;
  }

  private void show(HistorySearch.Found found) {
    setBuffer(found.text());
    buf.cursor(found.caret());
    walk.startAt(history, found.index());
  }

  /** Closing brackets have keys of their own. */
  private static boolean isText(@Nullable Binding key) {
    return Stream.of(
            LineReader.SELF_INSERT,
            LineReader.INSERT_CLOSE_PAREN,
            LineReader.INSERT_CLOSE_SQUARE,
            LineReader.INSERT_CLOSE_CURLY)
        .anyMatch(name -> isCalled(key, name));
  }

  private static boolean isCalled(@Nullable Binding key, String name) {
    return key instanceof Reference reference && reference.name().equals(name);
  }

  /**
   * A bracket that closes a block goes to the left, where the block began. JLine takes the blank
   * before it away wherever it stands: {@code 'a }'} becomes {@code 'a}'}.
   */
  @Override
  protected boolean insertClose(String bracket) {
    String before = buf.upToCursor();
    String line = before.substring(before.lastIndexOf('\n') + 1);
    int open = Completeness.ofBrackets(before).openBrackets();
    if (line.length() < before.length()
        && open > 0
        && line.isBlank()
        && line.length() == INDENT * open) {
      buf.backspace(INDENT);
    }
    putString(bracket);
    return true;
  }

  /** Alt-Enter: a new line where Enter would run the entry, indented like one of Enter's. */
  @Override
  protected boolean selfInsertUnmeta() {
    if (!getLastBinding().equals("\u001b\r")) {
      return super.selfInsertUnmeta();
    }
    int open = Completeness.ofBrackets(buf.upToCursor()).openBrackets();
    putString("\n" + " ".repeat(INDENT * open));
    return true;
  }

  /** JLine looks for the first word alone, and shows the same entry again. */
  @Override
  protected boolean historySearchBackward() {
    return walk.back(history, buf.toString()).map(this::show).orElse(false);
  }

  @Override
  protected boolean historySearchForward() {
    return walk.forth(history, buf.toString()).map(this::show).orElse(false);
  }

  private boolean show(String text) {
    setBuffer(text);
    return true;
  }
}
