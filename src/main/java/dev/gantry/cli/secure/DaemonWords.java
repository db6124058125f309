package dev.gantry.cli.secure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command line of {@code dockerd}, told apart.
 *
 * @param rest what says nothing about addresses and TLS, as it was written
 * @param hosts the values of {@code -H}
 */
record DaemonWords(List<String> rest, List<String> hosts) {
  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");
  private static final Pattern HOST = Pattern.compile("(?:-H|--host)(?:=(.*))?|-H(.+)");
  private static final Pattern TLS = Pattern.compile("--tls(?:verify)?(?:=.*)?");
  private static final Pattern TLS_FILE = Pattern.compile("--tls(?:cacert|cert|key)(=.*)?");

  static DaemonWords of(String line) {
    List<String> rest = new ArrayList<>();
    List<String> hosts = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      Matcher host = HOST.matcher(word.group());
      Matcher file = TLS_FILE.matcher(word.group());
      if (host.matches()) {
        hosts.add(unquoted(value(host, word)));
      } else if (file.matches()) {
        value(file, word);
      } else if (!TLS.matcher(word.group()).matches()) {
        rest.add(word.group());
      }
    }
    return new DaemonWords(rest, hosts);
  }

  /** The value in the word itself, or else the word that follows. */
  private static String value(Matcher option, Matcher word) {
    for (int i = 1; i <= option.groupCount(); i++) {
      if (option.group(i) != null) {
        return option.group(i);
      }
    }
    return word.find() ? word.group() : "";
  }

  private static String unquoted(String word) {
    return word.replaceAll("[\"']", "");
  }

  /** The value of another option; empty when it is not there. */
  String value(String option) {
    for (int i = 0; i < rest.size(); i++) {
      if (rest.get(i).startsWith(option + "=")) {
        return unquoted(rest.get(i).substring(option.length() + 1));
      } else if (rest.get(i).equals(option) && i + 1 < rest.size()) {
        return unquoted(rest.get(i + 1));
      }
    }
    return "";
  }

  /** The line without what is told elsewhere, and with more at its end. */
  String with(List<String> more) {
    List<String> all = new ArrayList<>(rest);
    all.addAll(more);
    return String.join(" ", all);
  }
}
