package dev.gantry.cli.doctor;

import dev.gantry.cli.reach.Destination;
import dev.gantry.cli.reach.Reach;
import dev.gantry.engine.EngineClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who asks and for which engine, and what the checks have learnt about it so far. */
public final class Patient {
  private final String client;
  private final Map<String, String> env;
  private final Reach reach;
  private Account account = Account.ofThisProcess();
  private final Opening opening;
  private volatile @Nullable Destination destination;
  private volatile @Nullable EngineClient engine;
  private volatile Map<?, ?> info = Map.of();
  private volatile boolean explained;

  /** Makes the client for the engine that is meant; nothing is sent by that. */
  @FunctionalInterface
  public interface Opening {
    EngineClient open(Reach reach);
  }

  /**
   * Whoever runs this process.
   *
   * @param client the versions on this side, in a line
   * @param reach what says which engine is meant
   */
  public Patient(String client, Map<String, String> env, Reach reach, Opening opening) {
    this.client = client;
    this.env = env;
    this.reach = reach;
    this.opening = opening;
  }

  /** Examined as if somebody else ran this process. */
  Patient as(Account other) {
    account = other;
    return this;
  }

  /** The versions on this side. */
  String client() {
    return client;
  }

  Map<String, String> env() {
    return env;
  }

  /** A variable of the environment; empty when it is not set. */
  String variable(String name) {
    return env.getOrDefault(name, "");
  }

  Reach reach() {
    return reach;
  }

  Account account() {
    return account;
  }

  EngineClient open(Reach how) {
    return opening.open(how);
  }

  void leadsTo(Destination found) {
    destination = found;
  }

  /** Where the engine is; null while that is not known. */
  @Nullable Destination destination() {
    return destination;
  }

  void answers(EngineClient client) {
    engine = client;
  }

  /** The engine, once it has answered as one; null before. */
  @Nullable EngineClient engine() {
    return engine;
  }

  void says(Map<?, ?> answer) {
    info = answer;
  }

  /** What the engine says of itself (SystemInfo); empty while it has not. */
  Map<?, ?> info() {
    return info;
  }

  void isExplained() {
    explained = true;
  }

  /** Whether it is known, before the engine is asked, why it will not answer. */
  boolean explained() {
    return explained;
  }
}
