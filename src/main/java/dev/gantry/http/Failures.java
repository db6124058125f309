package dev.gantry.http;

import dev.gantry.GantryException;
import dev.gantry.transport.ConnectionException;
import dev.gantry.transport.LostException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Turns what sockets and HttpCore throw into what a person can use. */
final class Failures {
  private static final String IS_IT_DOCKER = "Is this the address of a Docker daemon?";

  private Failures() {}

  /** The answer's head did not come. */
  static GantryException ofHead(Lease lease, Exception failure) {
    if (lease.wire().in().cancelled()) {
      return StreamException.cancelled(lease.call() + " was cancelled");
    }
    if (failure instanceof SocketTimeoutException) {
      return lease.patience().expired(failure);
    }
    if (failure instanceof NotHttpException notHttp) {
      return ofForeignProtocol(lease, notHttp);
    }
    if (failure instanceof HttpException || failure instanceof MessageConstraintException) {
      return new ConnectionException(
          lease.call() + ": the answer is not proper HTTP: " + failure.getMessage(),
          IS_IT_DOCKER,
          failure);
    }
    return new ConnectionException(
        lease.call()
            + (lease.wire().in().answered()
                ? ": the connection was lost within the head of the answer"
                : ": the connection was closed without an answer"),
        "The daemon may have stopped or crashed; see its log.",
        failure);
  }

  private static ConnectionException ofForeignProtocol(Lease lease, NotHttpException failure) {
    return failure.speaksTls()
        ? new ConnectionException(
            lease.call() + ": the daemon speaks TLS, and this connection is plain",
            "Use https:// or the TLS options, with the certificates that belong to the daemon.",
            failure)
        : new ConnectionException(
            lease.call() + ": the answer is not HTTP; it begins with '" + failure.excerpt() + "'",
            IS_IT_DOCKER,
            failure);
  }

  /** The body broke off. */
  static GantryException ofBody(Lease lease, long bytes, IOException failure) {
    if (lease.wire().in().cancelled()) {
      return StreamException.cancelled(lease.call() + " was cancelled after " + bytes + " bytes");
    }
    if (failure instanceof SocketTimeoutException) {
      return lease.patience().expired(failure);
    }
    return StreamException.lost(
        lease.call()
            + ": lost the connection after "
            + bytes
            + " bytes of the answer"
            + why(failure),
        failure);
  }

  /** A body that goes on in a wrong way cannot be read on. */
  private static String why(IOException failure) {
    if (failure instanceof LostException lost) {
      return ": " + lost.getMessage();
    }
    return failure instanceof MalformedChunkCodingException
            || failure instanceof MessageConstraintException
        ? ": what follows is not proper HTTP: " + failure.getMessage()
        : "";
  }
}
