package dev.gantry.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * Credential helpers of a test: shell scripts in a folder that is all their {@code PATH} has beside
 * the system's.
 */
record FakeProgram(Path folder) {

  /** Keeps each login in a file, as a real one would in a key store, and counts its runs. */
  static final String KEEPING =
      """
      #!/bin/sh
      store=$(dirname "$0")/store; mkdir -p "$store"
      input=$(cat)
      echo "$1 $input" | tr -d '\\n' | sed 's/$/\\n/' >>"$store.log"
      name() { echo "$1" | tr '/:' '__'; }
      case $1 in
        get)
          if [ -f "$store/$(name "$input")" ]; then cat "$store/$(name "$input")"
          else echo "credentials not found in native keychain"; exit 1; fi ;;
        store) url=$(echo "$input" | sed 's/.*"ServerURL":"\\([^"]*\\)".*/\\1/')
          echo "$url" >>"$store/.urls"; echo "$input" >"$store/$(name "$url")" ;;
        erase) rm -f "$store/$(name "$input")" ;;
        list) echo '{'; sep=''
          sort -u "$store/.urls" | while read -r url; do echo "$sep\\"$url\\": \\"me\\""; sep=','; done
          echo '}' ;;
      esac
      """;

  FakeProgram {
    folder = folder.toAbsolutePath();
  }

  FakeProgram having(String name, String script) throws IOException {
    Path program = Files.writeString(folder.resolve("docker-credential-" + name), script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return this;
  }

  Map<String, String> env() {
    return Map.of("PATH", folder + ":/usr/bin:/bin", "DOCKER_CONFIG", folder.toString());
  }

  /** What the keeping one was asked. */
  List<String> asked() throws IOException {
    return Files.readAllLines(folder.resolve("store.log"));
  }
}
