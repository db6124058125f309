package dev.gantry.engine;

import java.nio.charset.StandardCharsets;

/**
 * A piece of a program's output.
 *
 * @param source which stream it was written to; with a terminal there is only one, {@link
 *     Source#OUT}
 * @param bytes the bytes, which may begin or end within a line or a character
 */
@SuppressWarnings("ArrayRecordComponent") // A frame is passed on, never compared.
public record Frame(Source source, byte[] bytes) {

  /** The streams of a program, numbered as they are on the wire. */
  public enum Source {
    IN,
    OUT,
    ERR,
    /** The daemon itself reports that it cannot go on (moby v28.5.2, pkg/stdcopy). */
    SYSTEM;

    /** The stream of a number on the wire, which the caller has seen to be from 0 to 3. */
    static Source numbered(int number) {
      return switch (number) {
        case 0 -> IN;
        case 1 -> OUT;
        case 2 -> ERR;
        default -> SYSTEM;
      };
    }
  }

  /** The bytes as UTF-8 text; use it where a frame is known to be whole. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
