package dev.gantry.dsl.options;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as texts. Never asks a name server. */
final class IpAddress {
  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern ZEROS = Pattern.compile("(?:(?<=:)|^)0(?::0)+(?=:|$)");

  private IpAddress() {}

  /** The usual form of an address (RFC 5952 for IPv6), or nothing when it is none. */
  static Optional<String> canonical(String text) {
    if (V4.matcher(text).matches()) {
      return Optional.of(text);
    }
    if (!V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.getByName(text);
      String plain = address.getHostAddress();
      return Optional.of(address instanceof Inet4Address ? plain : compressed(plain));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  static boolean isV4(String text) {
    return V4.matcher(text).matches();
  }

  static boolean isV6(String text) {
    return !isV4(text) && canonical(text).isPresent();
  }

  /** Writes the longest run of zeros, the first of equals, as "::". */
  private static String compressed(String plain) {
    String longest =
        ZEROS
            .matcher(plain)
            .results()
            .map(run -> run.group())
            .reduce("", (best, run) -> run.length() > best.length() ? run : best);
    if (longest.isEmpty()) {
      return plain;
    }
    String[] around = plain.split("(?:(?<=:)|^)" + longest + "(?=:|$)", 2);
    String before = around[0].replaceAll(":$", "");
    String after = around[1].replaceAll("^:", "");
    return before + "::" + after;
  }
}
