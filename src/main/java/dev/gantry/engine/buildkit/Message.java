package dev.gantry.engine.buildkit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A message of Protocol Buffers, taken apart into its fields.
 *
 * <p>Source: "Encoding", protobuf.dev (wire types 0, 1, 2 and 5; groups are older than BuildKit and
 * refused). Fields that nobody asks for are passed over, as newer versions may add some.
 */
final class Message {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;
  private static final int MOST_VARINT_BYTES = 10;

  /** A field: {@code bytes} where it has a length, {@code number} where it has none. */
  private static final class Field {
    private final int id;
    private final long number;
    private final byte[] bytes;

    private Field(int id, long number, byte[] bytes) {
      this.id = id;
      this.number = number;
      this.bytes = bytes;
    }
  }

  private final byte[] data;
  private final List<Field> fields = new ArrayList<>();
  private int next;

  /**
   * Reads the fields.
   *
   * @throws TraceException the bytes are no message
   */
  Message(byte[] data) {
    this.data = data;
    while (next < data.length) {
      fields.add(field());
    }
  }

  private Field field() {
    long tag = varint();
    int id = (int) (tag >>> 3);
    return switch ((int) (tag & 7)) {
      case VARINT -> new Field(id, varint(), new byte[0]);
      case FIXED64 -> new Field(id, 0, bytes(Long.BYTES));
      case BYTES -> new Field(id, 0, bytes(varint()));
      case FIXED32 -> new Field(id, 0, bytes(Integer.BYTES));
      default -> throw new TraceException("a field is of the unknown type " + (tag & 7), null);
    };
  }

  private long varint() {
    long value = 0;
    for (int i = 0; i < MOST_VARINT_BYTES && next < data.length; i++) {
      byte b = data[next++];
      value |= (b & 0x7fL) << (7 * i);
      if (b >= 0) {
        return value;
      }
    }
    throw new TraceException("a number breaks off", null);
  }

  private byte[] bytes(long length) {
    if (length < 0 || length > data.length - next) {
      throw new TraceException("a field breaks off", null);
    }
    byte[] bytes = Arrays.copyOfRange(data, next, next + (int) length);
    next += (int) length;
    return bytes;
  }

  /** The text of a field; empty where it is not there, as the format has it. */
  String text(int id) {
    return new String(raw(id), StandardCharsets.UTF_8);
  }

  byte[] raw(int id) {
    return last(id).map(field -> field.bytes).orElse(new byte[0]);
  }

  long number(int id) {
    return last(id).map(field -> field.number).orElse(0L);
  }

  boolean flag(int id) {
    return number(id) != 0;
  }

  /** The messages of a field that may be there several times. */
  <T> List<T> all(int id, Function<Message, T> read) {
    return fields.stream()
        .filter(field -> field.id == id)
        .map(field -> read.apply(new Message(field.bytes)))
        .toList();
  }

  /** The texts of a field that may be there several times. */
  List<String> texts(int id) {
    return fields.stream()
        .filter(field -> field.id == id)
        .map(field -> new String(field.bytes, StandardCharsets.UTF_8))
        .toList();
  }

  /** A {@code google.protobuf.Timestamp}. */
  Optional<Instant> time(int id) {
    return last(id).map(field -> instant(new Message(field.bytes)));
  }

  private static Instant instant(Message timestamp) {
    try {
      return Instant.ofEpochSecond(timestamp.number(1), timestamp.number(2));
    } catch (DateTimeException | ArithmeticException e) {
      throw new TraceException("a time is out of range", e);
    }
  }

  /** Of a field that is there several times the last counts. */
  private Optional<Field> last(int id) {
    return fields.stream().filter(field -> field.id == id).reduce((first, second) -> second);
  }
}
