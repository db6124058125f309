package dev.gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.gantry.GantryException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Tries what nobody thought of, the same in every run.
 *
 * <p>{@code -Dgantry.fuzz.rounds=100000} tries more, {@code -Dgantry.fuzz.seed=7} other things; a
 * failure names the seed that repeats it.
 */
public final class Fuzz {
  private static final int ROUNDS = Integer.getInteger("gantry.fuzz.rounds", 300);
  private static final long SEED = Long.getLong("gantry.fuzz.seed", 1);

  private Fuzz() {}

  /** What one round tries. */
  @FunctionalInterface
  public interface Round {
    void run(Random random) throws IOException;
  }

  /** Reads bytes to their end; gives what can be compared. */
  @FunctionalInterface
  public interface Reader {
    @Nullable Object read(InputStream in) throws IOException;
  }

  /** Makes the valid bytes of a round. */
  @FunctionalInterface
  public interface Maker {
    byte[] make(Random random) throws IOException;
  }

  /** Runs all rounds, each with a seed of its own. */
  public static void rounds(Round round) {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      try {
        round.run(new Random(seed));
      } catch (Exception | Error e) {
        throw new AssertionError("-Dgantry.fuzz.seed=" + seed + " repeats this", e);
      }
    }
  }

  /**
   * Checks a reader: however the bytes are cut into pieces it reads the same; damage is either an
   * error of ours or something that can be read; and bytes that break off are an error of ours.
   */
  public static void read(Maker maker, Reader reader) {
    rounds(
        random -> {
          byte[] valid = maker.make(random);
          assertThat(reader.read(pieces(valid, random)))
              .isEqualTo(reader.read(new ByteArrayInputStream(valid)));
          oursOrValue(reader, pieces(damaged(valid, random), random));
          int cut = random.nextInt(valid.length);
          if (!oursOrValue(reader, pieces(Arrays.copyOf(valid, cut), random))) {
            fail("what breaks off after %d of %d bytes looks whole", cut, valid.length);
          }
        });
  }

  /** Whether it ended in an error of ours; any other error is thrown. */
  public static boolean oursOrValue(Reader reader, InputStream in) throws IOException {
    try {
      reader.read(in);
      return false;
    } catch (GantryException e) {
      assertThat(e).hasMessageMatching("(?s).{5,}");
      return true;
    }
  }

  /** Bytes that arrive in pieces of any size. */
  public static InputStream pieces(byte[] bytes, Random random) {
    return new InputStream() {
      private final InputStream in = new ByteArrayInputStream(bytes);

      @Override
      public int read() throws IOException {
        return in.read();
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int most = random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(100);
        return in.read(into, offset, Math.min(length, most));
      }

      @Override
      public int available() throws IOException {
        return in.available();
      }
    };
  }

  /** The same bytes with some changed, left out, or put twice. */
  public static byte[] damaged(byte[] bytes, Random random) {
    byte[] copy = bytes.clone();
    for (int i = random.nextInt(4); i >= 0 && copy.length > 0; i--) {
      int at = random.nextInt(copy.length);
      switch (random.nextInt(4)) {
        case 0 -> copy[at] = (byte) random.nextInt();
        case 1 -> copy[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> copy = spliced(copy, at, Math.min(copy.length, at + 1 + random.nextInt(20)));
        default -> copy = spliced(copy, Math.min(copy.length, at + 1 + random.nextInt(20)), at);
      }
    }
    return copy;
  }

  /** What comes before one place and what comes from another on. */
  private static byte[] spliced(byte[] bytes, int end, int start) {
    byte[] both = Arrays.copyOf(bytes, end + bytes.length - start);
    System.arraycopy(bytes, start, both, end, bytes.length - start);
    return both;
  }

  /** A text of characters that mean something to a reader. */
  public static String text(String alphabet, int longest, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
