package dev.gantry.engine;

import dev.gantry.UsageException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the Engine API, such as 1.41; compared by number, so that 1.9 comes before 1.41. */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

  /** The oldest version the catalogue tells from others; engines since 2017 speak it. */
  public static final ApiVersion OLDEST = new ApiVersion(1, 25);

  /** The newest version the catalogue describes: moby api/swagger.yaml v1.56. */
  public static final ApiVersion NEWEST = new ApiVersion(1, 56);

  private static final Comparator<ApiVersion> ORDER =
      Comparator.comparingInt(ApiVersion::major).thenComparingInt(ApiVersion::minor);

  private static final Pattern FORM = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})");

  /**
   * Reads {@code 1.41} or {@code v1.41}.
   *
   * @throws UsageException when it is neither
   */
  public static ApiVersion parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new UsageException("'" + text + "' is not an API version: write it as 1.41");
    }
    return new ApiVersion(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  /**
   * Reads the version that somebody wants to be spoken, whatever the engine's newest is. One that
   * is newer than the catalogue is taken: the engine says whether it knows it.
   *
   * @param where what said so, as messages call it, such as {@code --api-version}
   * @throws UsageException it is no version, or an older one than the catalogue knows
   */
  public static ApiVersion wanted(String where, String text) {
    if (!isWellFormed(text)) {
      throw new UsageException(where + ": '" + text + "' is not an API version: write it as 1.41");
    }
    ApiVersion version = parse(text);
    if (version.isBefore(OLDEST)) {
      throw new UsageException(
          "%s: API %s is too old for Gantry, which speaks %s to %s"
              .formatted(where, version, OLDEST, NEWEST));
    }
    return version;
  }

  static boolean isWellFormed(String text) {
    return FORM.matcher(text.strip()).matches();
  }

  public boolean isBefore(ApiVersion other) {
    return compareTo(other) < 0;
  }

  ApiVersion next() {
    return new ApiVersion(major, minor + 1);
  }

  @Override
  public int compareTo(ApiVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
