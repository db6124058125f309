package dev.gantry;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant, for the end of an "unknown …" message. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * Completes an error sentence: {@code "; did you mean 'env'?"}, or nothing when no known name is
   * near.
   *
   * @param typed what was typed
   * @param known the names that would have been accepted
   */
  public static String hint(String typed, Collection<String> known) {
    return nearest(typed, known).map(name -> "; did you mean '" + name + "'?").orElse("");
  }

  /** The name itself; nothing when none is near. */
  public static Optional<String> nearest(String typed, Collection<String> known) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, typed.length() / 3);
    return known.stream()
        .filter(name -> isNear(wanted, name.toLowerCase(Locale.ROOT), limit))
        .min(
            Comparator.<String>comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isNear(String typed, String name, int limit) {
    boolean beginning =
        Math.min(typed.length(), name.length()) >= 3
            && (name.startsWith(typed) || typed.startsWith(name));
    return beginning || distance(typed, name) <= limit;
  }

  /**
   * Edit distance in which a swap of two neighbours counts as one edit (optimal string alignment).
   */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, new int[] {i, j}, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int[] at, int[][] cost) {
    int i = at[0];
    int j = at[1];
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
