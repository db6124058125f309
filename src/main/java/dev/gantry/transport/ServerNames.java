package dev.gantry.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names that a certificate is for: its alternative names alone, as Go's crypto/x509 takes them
 * (go1.24, VerifyHostname); the common name has no say (RFC 9525, section 6.4.4).
 */
record ServerNames(List<String> dns, List<String> addresses) {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  static ServerNames of(X509Certificate certificate) throws CertificateParsingException {
    List<String> dns = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    for (List<?> name : names == null ? List.<List<?>>of() : names) {
      if (name.get(0).equals(DNS)) {
        dns.add((String) name.get(1));
      } else if (name.get(0).equals(ADDRESS)) {
        addresses.add(normal((String) name.get(1)));
      }
    }
    return new ServerNames(dns, addresses);
  }

  static boolean isAddress(String host) {
    return host.contains(":") || V4.matcher(host).matches();
  }

  boolean include(String host) {
    if (isAddress(host)) {
      return addresses.contains(normal(host));
    }
    String name = withoutDot(host).toLowerCase(Locale.ROOT);
    return dns.stream().anyMatch(pattern -> matches(pattern.toLowerCase(Locale.ROOT), name));
  }

  /** A star stands for one whole label, the first. */
  private static boolean matches(String pattern, String name) {
    String rest = withoutDot(pattern);
    if (!rest.startsWith("*.")) {
      return !rest.isEmpty() && rest.equals(name);
    }
    int dot = name.indexOf('.');
    return dot > 0 && rest.substring(1).equals(name.substring(dot));
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** The one spelling of an address; texts that are none stay as they are. */
  private static String normal(String address) {
    try {
      String plain = address.contains("%") ? address.substring(0, address.indexOf('%')) : address;
      return isAddress(plain) ? InetAddress.getByName(plain).getHostAddress() : plain;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  /** All of them, to be read. */
  @Override
  public String toString() {
    List<String> all = new ArrayList<>(dns);
    all.addAll(addresses);
    return String.join(", ", all);
  }
}
