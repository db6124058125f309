package dev.gantry.engine;

/** 5xx: the daemon failed. */
public final class ServerException extends EngineException {
  private static final long serialVersionUID = 1L;

  ServerException(Failure failure) {
    super(failure);
  }
}
