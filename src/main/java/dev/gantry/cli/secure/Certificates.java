package dev.gantry.cli.secure;

import dev.gantry.UsageException;
import dev.gantry.cli.secure.Change.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An authority and what it vouches for: the daemon and one client. What is there and good stays; it
 * is good when it belongs together, is for the right names and does not end within 30 days.
 */
final class Certificates {
  /** Where the host has them. */
  static final String FOLDER = "/etc/docker/gantry";

  static final String CA = FOLDER + "/ca.pem";
  static final String SERVER = FOLDER + "/server.pem";
  static final String SERVER_KEY = FOLDER + "/server-key.pem";
  private static final String CA_KEY = FOLDER + "/ca-key.pem";

  /** A folder that is a {@code DOCKER_CERT_PATH}, to be taken to other machines. */
  static final String CLIENT = FOLDER + "/client";

  private static final int CA_DAYS = 3650;

  /** What clients commonly accept at most for a certificate of a server. */
  private static final int LEAF_DAYS = 825;

  private static final Duration MARGIN = Duration.ofDays(30);

  private final Root root;
  private final HostNames names;
  private final boolean renew;

  Certificates(Root root, HostNames names, boolean renew) {
    this.root = root;
    this.names = names;
    this.renew = renew;
  }

  /** The files; what is good is as it was. */
  List<Change> changes() {
    SignedPair ca = authority();
    SignedPair server = kept(SignedPair.read(text(SERVER), text(SERVER_KEY)), ca);
    SignedPair client =
        kept(SignedPair.read(text(CLIENT + "/cert.pem"), text(CLIENT + "/key.pem")), ca);
    if (server != null && !SignedPair.names(server.certificate()).equals(names.certified())) {
      server = null;
    }
    try {
      return ca != null && server != null && client != null
          ? files(ca, server, client)
          : made(ca, server, client);
    } catch (IOException | GeneralSecurityException e) {
      throw new SecureException("no certificate was made: " + e.getMessage(), e);
    }
  }

  /** Null when there is none that is good for long enough. */
  private @Nullable SignedPair authority() {
    SignedPair ca = SignedPair.read(text(CA), text(CA_KEY));
    if (ca == null) {
      refuseLostKey();
    }
    return ca != null && isGood(ca) ? ca : null;
  }

  private @Nullable String text(String file) {
    return Root.read(root.path(file));
  }

  private static boolean isGood(SignedPair pair) {
    return pair.isGoodAt(Instant.now().plus(MARGIN));
  }

  private @Nullable SignedPair kept(@Nullable SignedPair leaf, @Nullable SignedPair ca) {
    boolean kept =
        !renew && leaf != null && ca != null && isGood(leaf) && leaf.isSignedBy(ca.certificate());
    return kept ? leaf : null;
  }

  /** A new authority would lock out all clients: whoever put the key away has to bring it. */
  private void refuseLostKey() {
    Path file = root.path(CA);
    if (Root.read(file) != null) {
      throw new UsageException(
          "the key of the authority %s is not at %s, or is damaged: put it back, or move the authority away to begin with a new one"
              .formatted(file, root.path(CA_KEY)));
    }
  }

  private List<Change> made(
      @Nullable SignedPair oldCa, @Nullable SignedPair oldServer, @Nullable SignedPair oldClient)
      throws IOException, GeneralSecurityException {
    try (Keytool keytool = new Keytool()) {
      SignedPair ca = oldCa;
      if (ca == null) {
        ca = keytool.authority("Docker authority of " + names.first(), CA_DAYS);
      } else {
        keytool.authority(ca);
      }
      int days = leafDays(ca);
      SignedPair server = oldServer == null ? server(keytool, days) : oldServer;
      SignedPair client = oldClient == null ? client(keytool, days) : oldClient;
      return files(ca, server, client);
    }
  }

  /** None outlives its authority. */
  private static int leafDays(SignedPair ca) {
    Instant end = ca.certificate().getNotAfter().toInstant();
    return (int) Math.min(LEAF_DAYS, Duration.between(Instant.now(), end).toDays());
  }

  private SignedPair server(Keytool keytool, int days)
      throws IOException, GeneralSecurityException {
    return keytool.signed(
        "engine", days, List.of(names.extension(), "ku:c=digitalSignature", "eku=serverAuth"));
  }

  private static SignedPair client(Keytool keytool, int days)
      throws IOException, GeneralSecurityException {
    return keytool.signed("client", days, List.of("ku:c=digitalSignature", "eku=clientAuth"));
  }

  private List<Change> files(SignedPair ca, SignedPair server, SignedPair client)
      throws GeneralSecurityException {
    String authority = Pem.write(ca.certificate());
    return List.of(
        change(CA_KEY, Pem.write(ca.key()), Kind.KEY),
        change(CA, authority, Kind.CERTIFICATE),
        change(SERVER_KEY, Pem.write(server.key()), Kind.KEY),
        change(SERVER, Pem.write(server.certificate()), Kind.CERTIFICATE),
        change(CLIENT + "/ca.pem", authority, Kind.CERTIFICATE),
        change(CLIENT + "/cert.pem", Pem.write(client.certificate()), Kind.CERTIFICATE),
        change(CLIENT + "/key.pem", Pem.write(client.key()), Kind.KEY));
  }

  private Change change(String file, String text, Kind kind) {
    return Change.of(root.path(file), text, kind);
  }
}
