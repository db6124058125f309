package dev.gantry.engine;

/** 400: the daemon does not understand, or refuses, what it was asked. */
public final class BadRequestException extends EngineException {
  private static final long serialVersionUID = 1L;

  BadRequestException(Failure failure) {
    super(failure);
  }
}
