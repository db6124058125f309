package dev.gantry.archive;

/** Decides what of a folder goes into an archive. */
@FunctionalInterface
public interface TarFilter {
  /** Everything. */
  TarFilter ALL = (path, folder) -> Verdict.TAKE;

  /** What becomes of a path. */
  enum Verdict {
    /** It goes in, and what is in it is asked for. */
    TAKE,
    /** It stays out, but what is in it is asked for. */
    SKIP,
    /** It stays out with all that is in it, which is not even looked at. */
    PRUNE
  }

  /**
   * Decides about one path. The root itself is not asked for.
   *
   * @param path relative to the root, with slashes
   * @param folder whether it is a folder; a link to one is none
   */
  Verdict of(String path, boolean folder);
}
