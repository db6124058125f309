package dev.gantry.dsl.options;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.Map;

/** Surroundings without a machine: a folder that is only a name, two variables, a few files. */
final class TestSurroundings {
  static final Map<String, String> FILES =
      Map.of(
          "app.env",
          "# comment\n\n  INDENTED=1\nWITH_SPACE=a b \nQUOTED=\"x\"\nEMPTY=\nFROM_CALLER\nNOWHERE\n",
          "app.labels",
          "one=1\ntwo\nthree=a=b\n",
          "seccomp.json",
          "{\n  \"defaultAction\": \"SCMP_ACT_ALLOW\",\n  \"x\": \"a \\\" b\"\n}\n",
          "bad.env",
          "=secret\n",
          "blank.env",
          "A B=secret\n");
  static final Map<String, String> ENVIRONMENT = Map.of("FROM_CALLER", "here", "HOME", "/home/me");
  static final Path FOLDER = Path.of("/CWD");

  private TestSurroundings() {}

  static Surroundings speaking(String apiVersion) {
    return new Surroundings(apiVersion, FOLDER, ENVIRONMENT, TestSurroundings::read);
  }

  private static String read(Path file) throws FileNotFoundException {
    String text = FILES.get(String.valueOf(file.getFileName()));
    if (text == null) {
      throw new FileNotFoundException(String.valueOf(file));
    }
    return text;
  }
}
