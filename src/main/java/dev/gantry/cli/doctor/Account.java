package dev.gantry.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who runs this process.
 *
 * @param name the login name
 * @param user its number; -1 when it cannot be told
 * @param groups the numbers of the groups that the process is in
 * @param groupFile the lines of {@code /etc/group}, in which somebody may be who has to log in anew
 */
record Account(String name, int user, Set<Integer> groups, List<String> groupFile) {
  private static final int MEMBERS = 3;

  /** As Linux tells it (proc(5), /proc/pid/status). */
  static Account ofThisProcess() {
    List<String> status = lines(Path.of("/proc/self/status"));
    Set<Integer> groups =
        IntStream.concat(numbers(status, "Groups:"), numbers(status, "Gid:"))
            .boxed()
            .collect(Collectors.toUnmodifiableSet());
    return new Account(
        System.getProperty("user.name", "?"),
        numbers(status, "Uid:").skip(1).findFirst().orElse(-1), // the second one is the effective
        groups,
        lines(Path.of("/etc/group")));
  }

  boolean isRoot() {
    return user == 0;
  }

  /** Whether the group's file names the user, be the process in the group or not. */
  boolean isListedIn(String group) {
    return groupFile.stream()
        .map(line -> line.split(":", -1))
        .filter(fields -> fields.length > MEMBERS && fields[0].equals(group))
        .anyMatch(fields -> Arrays.asList(fields[MEMBERS].split(",", -1)).contains(name));
  }

  private static IntStream numbers(List<String> status, String field) {
    return status.stream()
        .filter(line -> line.startsWith(field))
        .flatMap(line -> Arrays.stream(line.substring(field.length()).strip().split("\\s+", -1)))
        .filter(number -> number.matches("\\d{1,9}"))
        .mapToInt(Integer::parseInt);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }
}
