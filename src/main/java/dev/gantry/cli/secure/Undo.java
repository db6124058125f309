package dev.gantry.cli.secure;

import dev.gantry.cli.secure.Change.Kind;
import dev.gantry.cli.secure.Made.Entry;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes back what was made. What somebody changed since stays, and whatever that needs. */
final class Undo {
  private final Root root;
  private final Made made;
  private final Map<String, String> kept = new LinkedHashMap<>();

  Undo(Root root) {
    this.root = root;
    this.made = Made.read(root);
    made.files().forEach(this::keepChanged);
    if (kept.keySet().stream().anyMatch(path -> isConfiguration(path))) {
      made.files().keySet().forEach(path -> kept.putIfAbsent(path, "the changed file needs it"));
    }
  }

  private boolean isConfiguration(String path) {
    Entry entry = made.files().get(path);
    return entry != null && entry.kind() == Kind.CONFIGURATION;
  }

  private void keepChanged(String path, Entry entry) {
    String now = Root.read(root.path(path));
    boolean asBefore = now != null && now.equals(before(entry));
    if (now != null && !Made.hash(now).equals(entry.hash()) && !asBefore) {
      String was = entry.backup().isEmpty() ? "" : "; as it was: " + file(entry.backup());
      kept.put(path, "it was changed since" + was);
    } else if (!entry.backup().isEmpty() && !Files.exists(file(entry.backup())) && !asBefore) {
      kept.put(path, "what was there before is gone: " + file(entry.backup()));
    }
  }

  private String before(Entry entry) {
    String before = entry.backup().isEmpty() ? null : Root.read(root.path(entry.backup()));
    return before == null ? "" : before;
  }

  private Path file(String path) {
    return root.path(path);
  }

  boolean isNeeded() {
    return !made.files().isEmpty() || !made.folders().isEmpty();
  }

  /** Whether something stays. */
  boolean keeps() {
    return !kept.isEmpty();
  }

  /** A line for each file. */
  List<String> plan() {
    List<String> lines = new ArrayList<>();
    made.files()
        .forEach(
            (path, entry) -> {
              String why = kept.get(path);
              if (why != null) {
                lines.add("keep " + file(path) + ": " + why);
              } else {
                lines.add(
                    entry.backup().isEmpty()
                        ? "remove " + file(path)
                        : "restore " + file(path) + " from " + file(entry.backup()));
              }
            });
    return lines;
  }

  void perform() {
    try {
      for (Map.Entry<String, Entry> each : made.files().entrySet()) {
        if (!kept.containsKey(each.getKey())) {
          takeBack(each.getKey(), each.getValue());
        }
      }
      forget();
    } catch (IOException e) {
      throw new SecureException("not all was taken back: " + e + ". Do it again", e);
    }
  }

  private void takeBack(String path, Entry entry) throws IOException {
    if (entry.backup().isEmpty()) {
      Files.deleteIfExists(file(path));
    } else if (Files.exists(file(entry.backup()))) {
      Files.move(file(entry.backup()), file(path), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void forget() throws IOException {
    made.files().keySet().retainAll(kept.keySet());
    if (kept.isEmpty()) {
      Files.deleteIfExists(Made.file(root));
    } else {
      HostFiles.write(Made.file(root), made.text(), Kind.KEY.permissions());
    }
    List<String> folders = new ArrayList<>(made.folders());
    for (int i = folders.size() - 1; i >= 0; i--) {
      removeEmpty(file(folders.get(i)));
    }
  }

  private static void removeEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // Somebody else has files there, or some of ours stay: so does the folder.
    }
  }
}
