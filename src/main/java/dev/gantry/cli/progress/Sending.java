package dev.gantry.cli.progress;

import dev.gantry.dsl.Humane;
import dev.gantry.dsl.Upload;
import java.time.Instant;

/**
 * The row of what goes to the engine: how much is sent, how fast, and in the end how long it took.
 */
record Sending(Upload upload, Instant since, Instant until) {

  /** The first that is heard of it. */
  static Sending begun(Upload upload, Instant now) {
    return new Sending(upload, now, now);
  }

  Sending at(Upload later, Instant now) {
    return new Sending(later, since, now);
  }

  /** The words of a log, once all is sent. */
  static String line(Upload upload) {
    return "Sent " + upload.what() + ": " + Humane.size(upload.sent());
  }

  Row row(Instant now) {
    long sent = upload.sent();
    return upload.isOver()
        ? new Row("Sent " + upload.what(), Humane.size(sent) + Transfer.rate(sent, since, until))
        : new Row(
            "Sending " + upload.what(),
            Transfer.amount(sent, upload.size()) + Transfer.rate(sent, since, now));
  }
}
