package dev.gantry.dsl;

import dev.gantry.GantryException;
import dev.gantry.engine.EngineException;

/**
 * What was asked wants a manager of a swarm, and the engine is none: the message says what it is
 * instead, and what to do.
 */
public final class SwarmException extends GantryException {
  private static final long serialVersionUID = 1L;

  SwarmException(String message, EngineException refused) {
    super(message, refused);
  }
}
