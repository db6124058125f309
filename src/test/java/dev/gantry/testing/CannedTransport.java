package dev.gantry.testing;

import dev.gantry.transport.DockerHost;
import dev.gantry.transport.Transport;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** Connections without a network: what is sent is lost, what is read stands here. */
public record CannedTransport(InputStream in) implements Transport {
  @Override
  public DockerHost host() {
    return DockerHost.parse("tcp://canned:1");
  }

  @Override
  public Socket dial(Duration connectTimeout) {
    return new Socket() {
      @Override
      public InputStream getInputStream() {
        return in;
      }

      @Override
      public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
      }

      @Override
      public void setSoTimeout(int millis) {
        // Nothing blocks here.
      }
    };
  }
}
