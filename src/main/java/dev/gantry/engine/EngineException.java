package dev.gantry.engine;

import dev.gantry.GantryException;

/**
 * The engine answered, and refused. The class follows the status, never the wording: see the
 * subclasses; a status that has none of its own is of this class.
 */
public class EngineException extends GantryException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;

  EngineException(Failure failure) {
    super(failure.sentence());
    this.failure = failure;
  }

  EngineException(Failure failure, String message) {
    super(message);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }

  static EngineException of(Failure failure) {
    return switch (failure.status()) {
      case 400 -> new BadRequestException(failure);
      case 401, 403 -> new UnauthorizedException(failure);
      case 404 -> new NotFoundException(failure);
      case 409 -> new ConflictException(failure);
      default ->
          failure.status() >= 500 ? new ServerException(failure) : new EngineException(failure);
    };
  }

  /** The HTTP status. */
  public int status() {
    return failure.status();
  }

  /** What the daemon said, alone. */
  public String daemonMessage() {
    return failure.message();
  }

  /** Method and path of the call, such as {@code POST /containers/web/pause}. */
  public String request() {
    return failure.request();
  }
}
