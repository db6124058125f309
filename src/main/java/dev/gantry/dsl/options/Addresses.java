package dev.gantry.dsl.options;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names and addresses in networks.
 *
 * <p>Source: docker/cli v28.2.2, opts/opts.go and opts/hosts.go (ValidateExtraHost).
 */
final class Addresses {
  private static final Pattern MAC =
      Pattern.compile(
          "\\p{XDigit}{2}(?:([:-])\\p{XDigit}{2}(?:\\1\\p{XDigit}{2}){4}"
              + "(?:(?:\\1\\p{XDigit}{2}){2}|(?:\\1\\p{XDigit}{2}){14})?)"
              + "|(?:\\p{XDigit}{4}\\.){2}(?:\\p{XDigit}{4}\\.){0,7}\\p{XDigit}{4}");
  private static final Pattern DOMAIN =
      Pattern.compile("(?=.*[a-zA-Z])(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.(?!$)|$))+");

  private Addresses() {}

  static List<String> ips(List<String> texts, Asked asked) {
    return texts.stream().map(text -> ip(text.strip(), asked)).toList();
  }

  static String ipv4(Object given, Asked asked) {
    String text = Texts.one(given, asked);
    if (!IpAddress.isV4(text)) {
      throw asked.bad("'" + text + "' is not an IPv4 address");
    }
    return text;
  }

  static String ipv6(Object given, Asked asked) {
    String text = Texts.one(given, asked);
    if (!IpAddress.isV6(text)) {
      throw asked.bad("'" + text + "' is not an IPv6 address");
    }
    return text;
  }

  static String mac(Object given, Asked asked) {
    String text = Texts.one(given, asked).strip();
    if (!MAC.matcher(text).matches()) {
      throw asked.bad("'" + text + "' is not a MAC address");
    }
    return text;
  }

  /** Search domains, without the dot that may end them; "." alone stays. */
  static List<String> domains(List<String> texts, Asked asked) {
    return texts.stream().map(text -> domain(text.strip(), asked)).toList();
  }

  /** {@code name:ip} or {@code name=ip}, as the engine wants it: a colon, no brackets. */
  static List<String> hosts(List<String> texts, Asked asked) {
    return texts.stream().map(text -> host(text, asked)).toList();
  }

  /** {@code container[:alias]}. */
  static List<String> links(List<String> texts, Asked asked) {
    for (String text : texts) {
      if (text.isEmpty() || text.indexOf(':') != text.lastIndexOf(':')) {
        throw asked.bad("'" + text + "' is not of the form container[:alias]");
      }
    }
    return texts;
  }

  private static String ip(String text, Asked asked) {
    return IpAddress.canonical(text)
        .orElseThrow(() -> asked.bad("'" + text + "' is not an IP address"));
  }

  private static String domain(String text, Asked asked) {
    String domain =
        text.endsWith(".") && text.length() > 1 ? text.substring(0, text.length() - 1) : text;
    if (!domain.equals(".") && (domain.length() >= 255 || !DOMAIN.matcher(domain).matches())) {
      throw asked.bad("'" + text + "' is not a domain");
    }
    return domain;
  }

  private static String host(String text, Asked asked) {
    int separator = text.indexOf('=') >= 0 ? text.indexOf('=') : text.indexOf(':');
    String name = text.substring(0, Math.max(separator, 0));
    if (name.isEmpty() || name.indexOf(':') >= 0) {
      throw asked.bad("'" + text + "' is not of the form name:ip");
    }
    String address = text.substring(separator + 1).replaceAll("^\\[(.+)]$", "$1");
    if (!address.equals("host-gateway")) {
      // Sent as it was written, as the CLI does, so that inspect shows the address that was given.
      ip(address, asked);
    }
    return name + ":" + address;
  }
}
