package dev.gantry.dsl;

import dev.gantry.UsageException;

/**
 * An image reference taken apart as the daemon's calls want it (distribution/reference v0.6.0):
 * {@code [registry[:port]/]repository[:tag][@digest]}.
 *
 * @param repository everything before the tag, registry included
 * @param tag empty when there is none
 * @param digest empty when there is none
 */
record ImageName(String repository, String tag, String digest) {

  static ImageName parse(String reference) {
    String text = reference.strip();
    int at = text.indexOf('@');
    String named = at < 0 ? text : text.substring(0, at);
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    String repository = colon < 0 ? named : named.substring(0, colon);
    if (repository.isEmpty() || repository.chars().anyMatch(Character::isWhitespace)) {
      throw new UsageException(
          "'" + reference + "' is no image reference: write it as [registry/]name[:tag]");
    }
    return new ImageName(
        repository,
        colon < 0 ? "" : named.substring(colon + 1),
        at < 0 ? "" : text.substring(at + 1));
  }

  /** Its registry, such as {@code 127.0.0.1:5000}; {@code docker.io} where it names none. */
  String registry() {
    int slash = repository.indexOf('/');
    String first = slash < 0 ? "" : repository.substring(0, slash);
    boolean host = first.matches(".*[.:\\p{Lu}].*") || first.equals("localhost");
    return host ? first : "docker.io";
  }

  /**
   * What a pull asks for beside the repository: the digest if there is one, else the tag, else
   * {@code latest}.
   */
  String version() {
    return digest.isEmpty() ? tagOrLatest() : digest;
  }

  /** Its tag, with the repository before it unless that is the one that is known. */
  String tagIn(String known) {
    return repository.equals(known) ? tag : repository + ":" + tag;
  }

  String tagOrLatest() {
    return tag.isEmpty() ? "latest" : tag;
  }

  /** A reference as people read it: a digest behind a tag is left out. */
  static String shown(String reference) {
    int at = reference.indexOf('@');
    boolean tagged = reference.lastIndexOf(':', at) > reference.lastIndexOf('/');
    return at > 0 && tagged ? reference.substring(0, at) : reference;
  }
}
