package dev.gantry.shell.running;

import java.util.EnumSet;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/**
 * The keyboard while a question is asked. Ctrl-C stops what asks; Ctrl-Z does nothing, as a
 * question that goes on in the background would take the keys of the prompt.
 */
final class UnechoedKeys implements Keyboard.Unechoed {
  private final Terminal terminal;
  private final Attributes before;
  private final SignalHandler former;

  UnechoedKeys(Terminal terminal) {
    this.terminal = terminal;
    former = terminal.handle(Signal.TSTP, ignored -> {});
    before = terminal.getAttributes();
    Attributes asking = new Attributes(before);
    asking.setLocalFlags(EnumSet.of(LocalFlag.ECHO, LocalFlag.ICANON), false);
    asking.setControlChar(ControlChar.VMIN, 1);
    asking.setControlChar(ControlChar.VTIME, 0);
    terminal.setAttributes(asking);
  }

  @Override
  public void close() {
    terminal.setAttributes(before);
    terminal.handle(Signal.TSTP, former);
  }
}
