package dev.gantry.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Tells names of this machine from all others, without asking a name server. */
final class Loopback {
  private static final Pattern LOOPBACK_V4 =
      Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  private Loopback() {}

  static boolean names(String host) {
    return host.equalsIgnoreCase("localhost")
        || LOOPBACK_V4.matcher(host).matches()
        || (host.contains(":") && isLoopbackV6(host));
  }

  /** A text with a colon is never looked up: it is an IPv6 address or an error. */
  private static boolean isLoopbackV6(String address) {
    try {
      return InetAddress.getByName("[" + address + "]").isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
