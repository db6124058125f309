package dev.gantry.cli.secure;

import dev.gantry.UsageException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names and IP addresses by which clients call the host.
 *
 * @param all in the order given, each once, in the one form that certificates have
 */
record HostNames(List<String> all) {
  private static final Pattern NAME =
      Pattern.compile("(?!-)[a-z0-9-]{1,63}(?<!-)(\\.(?!-)[a-z0-9-]{1,63}(?<!-))*");
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");
  private static final int LONGEST = 253;

  /**
   * @throws UsageException one of them is neither a name nor an address
   */
  static HostNames of(Collection<String> given) {
    Set<String> names = new LinkedHashSet<>();
    given.forEach(name -> names.add(one(name)));
    return new HostNames(List.copyOf(names));
  }

  private static String one(String given) {
    String name = given.toLowerCase(Locale.ROOT).replaceFirst("^\\[(.*)\\]$", "$1");
    if (IPV4.matcher(name).matches() || IPV6.matcher(name).matches()) {
      return address(given, name);
    }
    boolean numeric = name.matches("[\\d.]*");
    if (numeric || name.length() > LONGEST || !NAME.matcher(name).matches()) {
      throw wrong(given);
    }
    return name;
  }

  private static String address(String given, String literal) {
    try {
      return InetAddress.getByName(literal).getHostAddress();
    } catch (UnknownHostException e) {
      throw wrong(given);
    }
  }

  private static UsageException wrong(String given) {
    return new UsageException(
        "--secure-remote wants names or IP addresses of this host, such as build.example.org or"
            + " 192.0.2.7, without scheme and port; got '"
            + given
            + "'");
  }

  /** What the daemon's certificate is for: the host may also call itself. */
  Set<String> certified() {
    Set<String> certified = new TreeSet<>(all);
    certified.addAll(List.of("localhost", "127.0.0.1"));
    return certified;
  }

  /** The same as keytool wants it. */
  String extension() {
    return "san="
        + String.join(
            ",",
            certified().stream().map(name -> (isAddress(name) ? "ip:" : "dns:") + name).toList());
  }

  String first() {
    return all.get(0);
  }

  boolean hasIpv6() {
    return all.stream().anyMatch(name -> name.contains(":"));
  }

  /** The first of them as it stands in an address. */
  String inAddress() {
    return bracketed(first());
  }

  static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static boolean isAddress(String name) {
    return name.contains(":") || IPV4.matcher(name).matches();
  }
}
