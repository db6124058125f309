package dev.gantry.cli.secure;

import dev.gantry.cli.secure.Change.Kind;
import dev.gantry.cli.secure.Made.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes what was planned, and remembers it so that {@link Undo} can take it back. */
final class Application {
  private static final String SEALED = "rwx------";
  private static final String OPEN = "rwxr-xr-x";

  private final Root root;
  private final String time;
  private final Made made;

  /**
   * @param time goes into the names of backups
   */
  Application(Root root, String time) {
    this.root = root;
    this.time = time;
    this.made = Made.read(root);
  }

  /** What is made is written down before each step: whatever breaks off can be taken back. */
  void make(List<Change> changes) {
    try {
      folder(root.path("/etc/docker"), OPEN);
      folder(root.path(Certificates.FOLDER), SEALED);
      for (Change each : changes) {
        make(each);
      }
    } catch (IOException e) {
      throw new SecureException(
          "not all was done: " + e + ". What was done is taken back by --undo --apply", e);
    }
  }

  private void make(Change change) throws IOException {
    folder(HostFiles.folder(change.file()), sealed(change) ? SEALED : OPEN);
    made.files().put(root.inside(change.file()), entry(change));
    remember();
    HostFiles.write(change.file(), change.after(), change.kind().permissions());
  }

  private static boolean sealed(Change change) {
    return change.kind() != Kind.CONFIGURATION && change.kind() != Kind.CONTEXT;
  }

  private void folder(Path folder, String permissions) throws IOException {
    for (Path each : HostFiles.makeFolders(folder, permissions)) {
      made.folders().add(root.inside(each));
    }
  }

  /**
   * What we made and nobody touched needs no backup. What somebody changed since gets one, and is
   * never taken back: what it would become is not known.
   */
  private Entry entry(Change change) throws IOException {
    Entry known = made.files().get(root.inside(change.file()));
    boolean ours =
        known != null && change.before() != null && known.hash().equals(Made.hash(change.before()));
    String backup = change.before() == null || ours ? "" : backup(change.file());
    if (known == null) {
      return new Entry(Made.hash(change.after()), backup, change.kind());
    }
    String hash = ours || change.before() == null ? Made.hash(change.after()) : known.hash();
    return new Entry(hash, known.backup(), change.kind());
  }

  private String backup(Path file) throws IOException {
    Path backup = file.resolveSibling(file.getFileName() + ".gantry-backup-" + time);
    for (int i = 2; Files.exists(backup); i++) {
      backup = file.resolveSibling(file.getFileName() + ".gantry-backup-" + time + "-" + i);
    }
    HostFiles.copy(file, backup);
    return root.inside(backup);
  }

  private void remember() throws IOException {
    HostFiles.write(Made.file(root), made.text(), Kind.KEY.permissions());
  }
}
