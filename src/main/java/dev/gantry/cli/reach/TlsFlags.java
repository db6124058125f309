package dev.gantry.cli.reach;

import dev.gantry.UsageException;
import dev.gantry.transport.TlsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options about TLS, and what they make of the environment (docker/cli v28.5.2,
 * cli/flags/options.go). Null where an option is not given.
 *
 * @param tls {@code --tls}
 * @param files the options that name files
 * @param verify {@code --tlsverify}: given as true or false it turns TLS on
 */
public record TlsFlags(@Nullable Boolean tls, PemFiles files, @Nullable Boolean verify) {

  /** The options that name files in PEM; an empty name means that there is none. */
  public record PemFiles(@Nullable String ca, @Nullable String certificate, @Nullable String key) {
    public static final PemFiles UNSAID = new PemFiles(null, null, null);
  }

  /** Says nothing. */
  public static final TlsFlags UNSAID = new TlsFlags(null, PemFiles.UNSAID, null);

  /**
   * How the engine that no context names is reached.
   *
   * @param folder where the files are unless {@code DOCKER_CERT_PATH} says otherwise
   * @return null for no TLS
   * @throws UsageException a file that is needed is not there
   */
  @Nullable TlsSettings settings(Map<String, String> env, Path folder) {
    boolean verified = verify != null ? verify : isSet(env, "DOCKER_TLS_VERIFY");
    boolean encrypted = tls != null ? tls : isSet(env, "DOCKER_TLS");
    if (verify == null && !verified && !encrypted) {
      return null;
    }
    String there = env.getOrDefault("DOCKER_CERT_PATH", "");
    return settings(there.isEmpty() ? folder : Path.of(there), verified);
  }

  private TlsSettings settings(Path folder, boolean verified) {
    Path ca = needed("--tlscacert", files.ca() != null ? files.ca() : in(folder, "ca.pem"));
    Path certificate = own("--tlscert", files.certificate(), folder.resolve("cert.pem"));
    Path key = own("--tlskey", files.key(), folder.resolve("key.pem"));
    boolean pair = certificate != null && key != null;
    if (!pair && (files.certificate() != null || files.key() != null)) {
      refuseHalf(certificate, key);
    }
    return new TlsSettings(ca, pair ? certificate : null, pair ? key : null, verified, null);
  }

  private static String in(Path folder, String name) {
    return folder.resolve(name).toString();
  }

  /** A file of this side's own: the default one may be missing. */
  private static @Nullable Path own(String option, @Nullable String given, Path usual) {
    if (given != null) {
      return needed(option, given);
    }
    return Files.exists(usual) ? usual : null;
  }

  private static @Nullable Path needed(String option, String name) {
    if (name.isEmpty()) {
      return null;
    }
    Path file = Path.of(name);
    if (!Files.exists(file)) {
      throw new UsageException(
          "TLS is asked for, and there is no file "
              + file
              + ": name it with "
              + option
              + ", or its folder with DOCKER_CERT_PATH");
    }
    return file;
  }

  private static void refuseHalf(@Nullable Path certificate, @Nullable Path key) {
    if (certificate != null || key != null) {
      throw new UsageException(
          certificate == null
              ? "--tlskey names the key of a certificate: name that with --tlscert"
              : "--tlscert names a certificate: name its key with --tlskey");
    }
  }

  private static boolean isSet(Map<String, String> env, String name) {
    return !env.getOrDefault(name, "").isEmpty();
  }
}
