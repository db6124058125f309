package dev.gantry.engine;

/**
 * Where a value is not what its schema says.
 *
 * @param kind what is wrong
 * @param path the field, such as {@code HostConfig.Memory}; what is in a list has its index in
 *     brackets
 * @param what the rest of a sentence: what is wanted and what is there, or why it is not there
 */
public record Deviation(Kind kind, String path, String what) {

  /** What can be wrong. */
  public enum Kind {
    /** No version has a field of that name. */
    UNKNOWN,
    /** The version at hand has no field of that name, another has. */
    VERSION,
    /** The value is of another type, or none of those allowed. */
    TYPE,
    /** A field that is always there is not. */
    MISSING
  }
}
