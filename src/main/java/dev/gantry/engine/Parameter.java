package dev.gantry.engine;

import dev.gantry.UsageException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of an operation.
 *
 * @param place where it travels: {@code path}, {@code query}, {@code header} or {@code body}
 * @param name the daemon's name for it
 * @param type {@code string boolean integer array json binary}, or for a body the schema's name
 * @param required whether the daemon refuses a call without it
 * @param defaultValue what the daemon takes when it is left out; null where the definition does not
 *     say
 * @param allowed the only values there are; empty when any will do
 * @param lifetime the versions that have it
 */
public record Parameter(
    String place,
    String name,
    String type,
    boolean required,
    @Nullable String defaultValue,
    List<String> allowed,
    Lifetime lifetime) {

  /** {@code in:name:type!="default"{a|b}@since<until}, as {@code scripts/catalogue} writes it. */
  private static final Pattern FORM =
      Pattern.compile(
          "(path|query|header|body):([^:]+):([A-Za-z]+)(?::multi)?(!)?"
              + "(?:=(\"[^\"]*\"|[^@<{]*))?(?:\\{([^}]*)})?(?:@([\\d.]+))?(?:<([\\d.]+))?");

  static Parameter parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new UsageException("the catalogue is damaged at '" + text + "'");
    }
    String byDefault = form.group(5);
    return new Parameter(
        form.group(1),
        form.group(2),
        form.group(3),
        form.group(4) != null,
        byDefault == null ? null : byDefault.replace("\"", ""),
        form.group(6) == null ? List.of() : List.of(form.group(6).split("\\|", -1)),
        Lifetime.of(orEmpty(form.group(7)), orEmpty(form.group(8))));
  }

  /** The first API version that has it; null when all have. */
  public @Nullable ApiVersion since() {
    return lifetime.since();
  }

  /** The first API version that no longer has it; null when it is still there. */
  public @Nullable ApiVersion until() {
    return lifetime.until();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Whether a version has it. */
  public boolean isIn(ApiVersion version) {
    return lifetime.missingFrom(version).isEmpty();
  }
}
