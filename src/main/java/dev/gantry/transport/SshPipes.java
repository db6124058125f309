package dev.gantry.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;

/**
 * Carries bytes between the pipes of an ssh and a socket. Pipes have no time-outs and cannot be
 * closed under a thread that is stuck in them; sockets can.
 */
final class SshPipes {
  private static final int PIECE = 32 * 1024;

  private final SshProcess process;
  private final AFUNIXSocketChannel far;

  private SshPipes(SshProcess process, AFUNIXSocketChannel far) {
    this.process = process;
    this.far = far;
  }

  /** A socket whose other end is the process. Closing it ends the process. */
  static SshSocket join(SshProcess process, SshSocket.Judge judge, Runnable onClose)
      throws IOException {
    AFUNIXSocketPair<AFUNIXSocketChannel> pair = AFUNIXSocketPair.open();
    SshPipes pipes = new SshPipes(process, pair.getSocket2());
    Daemon.start("gantry-ssh-in", pipes::carryIn);
    Daemon.start("gantry-ssh-out", pipes::carryOut);
    return new SshSocket(
        pair.getSocket1().socket(),
        judge,
        () -> {
          process.end();
          onClose.run();
        });
  }

  private void carryIn() {
    try (InputStream in = process.out()) {
      byte[] piece = new byte[PIECE];
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        writeAll(ByteBuffer.wrap(piece, 0, count));
      }
    } catch (IOException e) {
      // One of the two sides is gone; the other is told by the end.
    }
    quietly(far::shutdownOutput);
  }

  private void writeAll(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      far.write(bytes);
    }
  }

  private void carryOut() {
    try (OutputStream out = process.in()) {
      byte[] piece = new byte[PIECE];
      ByteBuffer buffer = ByteBuffer.wrap(piece);
      for (int count = far.read(buffer); count >= 0; count = far.read(buffer.clear())) {
        out.write(piece, 0, count);
        out.flush();
      }
    } catch (IOException e) {
      // Whoever writes more shall notice.
      quietly(far::shutdownInput);
    }
  }

  private void quietly(Closing closing) {
    try {
      SocketChannel ignored = closing.close();
    } catch (IOException e) {
      // Both ends are gone already.
    }
  }

  private interface Closing {
    SocketChannel close() throws IOException;
  }
}
