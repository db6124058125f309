package dev.gantry.cli.doctor;

import dev.gantry.auth.ConfigFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The configuration file of the Docker CLI, and the programs that it wants for credentials. */
final class ConfigCheck implements Check {
  private static final String NO_HELPER =
      "Install it, or take the line out of the file; credentials are not found until then.";

  @Override
  public String name() {
    return "config file";
  }

  @Override
  public List<Finding> look(Patient patient) {
    ConfigFile config = ConfigFile.in(patient.env());
    List<Finding> findings = new ArrayList<>();
    findings.add(file(config));
    for (String helper : helpers(config)) {
      findings.add(helper(patient, helper));
    }
    return findings;
  }

  private Finding file(ConfigFile config) {
    Path path = config.path();
    if (config.warning().isPresent()) {
      String why = config.warning().get().replaceFirst("(?s).*?\\): ", "");
      return Finding.warning(
          name(),
          path + " cannot be used: " + why,
          "Mend it, or DOCKER_CONFIG, which names its folder: nothing in it counts as it is.");
    }
    if (!Files.exists(path)) {
      return Finding.ok(name(), path + " is not there, and need not be");
    }
    boolean secret = config.map("auths").values().stream().anyMatch(ConfigCheck::isSecret);
    return secret && FileRights.areWide(path)
        ? Finding.warning(
            name(),
            path + " holds passwords, and others may read it (" + FileRights.of(path) + ")",
            "chmod 600 " + path)
        : Finding.ok(name(), path + " is in order");
  }

  private static Finding helper(Patient patient, String helper) {
    String program = "docker-credential-" + helper;
    return OnPath.has(patient.env(), program)
        ? Finding.ok("credentials", program + " is on the PATH")
        : Finding.warning(
            "credentials",
            "the config file wants " + program + ", which is not on the PATH",
            NO_HELPER);
  }

  private static Set<String> helpers(ConfigFile config) {
    Set<String> helpers = new TreeSet<>();
    helpers.add(config.text("credsStore"));
    config.map("credHelpers").values().forEach(each -> helpers.add(String.valueOf(each)));
    helpers.remove("");
    return helpers;
  }

  private static boolean isSecret(Object entry) {
    return entry instanceof Map<?, ?> map
        && (map.containsKey("auth") || map.containsKey("password"));
  }
}
