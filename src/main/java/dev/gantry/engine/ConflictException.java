package dev.gantry.engine;

/** 409: the thing is not in the state for it, or the name is taken. */
public final class ConflictException extends EngineException {
  private static final long serialVersionUID = 1L;

  ConflictException(Failure failure) {
    super(failure);
  }
}
