package dev.gantry.engine;

/** 401 or 403: credentials are missing or wrong, or it is not allowed. */
public final class UnauthorizedException extends EngineException {
  private static final long serialVersionUID = 1L;

  UnauthorizedException(Failure failure) {
    super(failure);
  }
}
