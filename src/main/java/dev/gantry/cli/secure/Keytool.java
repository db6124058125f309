package dev.gantry.cli.secure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes keys and certificates by Java's own {@code keytool}, which comes with every runtime: it is
 * part of {@code java.base}. They are in a store in a private folder until this is closed.
 */
final class Keytool implements AutoCloseable {
  static final String AUTHORITY = "authority";

  /** A clock that is behind may believe a certificate of today. */
  private static final String SINCE = "-1d";

  private static final int PASSWORD_BITS = 160;

  private final Path folder;
  private final Path store;
  private final String password =
      new BigInteger(PASSWORD_BITS, new SecureRandom()).toString(Character.MAX_RADIX) + "-gantry";

  Keytool() throws IOException {
    folder =
        Files.createTempDirectory(
            "gantry-keys",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    store = folder.resolve("keys.p12");
  }

  /** Takes in the authority that is to sign. */
  void authority(SignedPair pair) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry(
        AUTHORITY, pair.key(), password.toCharArray(), new Certificate[] {pair.certificate()});
    try (OutputStream out = Files.newOutputStream(store)) {
      keys.store(out, password.toCharArray());
    }
  }

  /** Makes an authority, which signs itself. */
  SignedPair authority(String name, int days) throws IOException, GeneralSecurityException {
    return make(
        AUTHORITY,
        List.of("-dname", "CN=" + name, "-validity", String.valueOf(days), "-ext", "bc:c=ca:true"),
        List.of("-ext", "ku:c=keyCertSign,cRLSign"));
  }

  /**
   * Makes a certificate that the authority signs.
   *
   * @param extensions what keytool's {@code -ext} takes
   */
  SignedPair signed(String name, int days, List<String> extensions)
      throws IOException, GeneralSecurityException {
    List<String> more = new ArrayList<>(List.of("-signer", AUTHORITY));
    extensions.forEach(each -> more.addAll(List.of("-ext", each)));
    return make(
        name, List.of("-dname", "CN=Docker " + name, "-validity", String.valueOf(days)), more);
  }

  private SignedPair make(String alias, List<String> options, List<String> more)
      throws IOException, GeneralSecurityException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC")); // a short run
    command.addAll(List.of("-genkeypair", "-alias", alias, "-keyalg", "EC"));
    command.addAll(List.of("-groupname", "secp256r1", "-sigalg", "SHA256withECDSA"));
    command.addAll(List.of("-startdate", SINCE, "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass:env", "STORE_PASSWORD"));
    command.addAll(options);
    command.addAll(more);
    run(command);
    return read(alias);
  }

  private void run(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("STORE_PASSWORD", password);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool said: " + said.strip());
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private SignedPair read(String alias) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, password.toCharArray());
    }
    return new SignedPair(
        (X509Certificate) keys.getCertificate(alias),
        (PrivateKey) keys.getKey(alias, password.toCharArray()));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(store);
    Files.delete(folder);
  }
}
