package dev.gantry.engine;

/** 404: there is no such thing. */
public final class NotFoundException extends EngineException {
  private static final long serialVersionUID = 1L;

  NotFoundException(Failure failure) {
    super(failure);
  }
}
