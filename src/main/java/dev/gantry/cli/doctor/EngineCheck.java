package dev.gantry.cli.doctor;

import dev.gantry.GantryException;
import dev.gantry.engine.EngineClient;
import dev.gantry.engine.Ping;
import dev.gantry.transport.ConnectionException;
import java.util.List;

/** Whether what answers at the address is an engine. */
final class EngineCheck implements Check {

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public List<Finding> look(Patient patient) {
    if (patient.destination() == null) {
      return List.of();
    }
    try {
      EngineClient engine = patient.open(patient.reach().within(Doctor.QUESTION));
      Ping ping = engine.ping();
      patient.answers(engine);
      String swarm = ping.swarm().isEmpty() ? "" : ", swarm " + ping.swarm();
      return List.of(Finding.ok(name(), "it answers" + of(ping.osType()) + swarm));
    } catch (ConnectionException e) {
      return List.of(Finding.failed(name(), failure(e), patient.explained() ? "" : e.hint()));
    } catch (GantryException e) {
      return List.of(Finding.failed(name(), String.valueOf(e.getMessage()), ""));
    }
  }

  /** Podman does not say which system it is on. */
  private static String of(String system) {
    return system.isEmpty() ? "" : ", on " + system;
  }

  /** The message without the hint at its end. */
  private static String failure(ConnectionException e) {
    String message = String.valueOf(e.getMessage());
    String end = ". " + e.hint();
    return message.endsWith(end) ? message.substring(0, message.length() - end.length()) : message;
  }
}
