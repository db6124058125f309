package dev.gantry.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.UsageException;
import dev.gantry.cli.doctor.Finding.Status;
import dev.gantry.json.Colors;
import dev.gantry.json.TextWidth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DoctorTest {
  private static final Patient PATIENT = Patients.with(Map.of());

  @Test
  void checkThatNeverEndsIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    Check stuck =
        check(
            patient -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return List.of();
            });
    Check next = check(patient -> List.of(Finding.ok("next", "fine")));
    Diagnosis diagnosis = Doctor.examine(PATIENT, List.of(stuck, next), Duration.ofMillis(200));
    assertThat(diagnosis.findings())
        .extracting(Finding::detail)
        .first()
        .isEqualTo("this could not be found out in time");
  }

  @Test
  void checkThatFailsIsAFindingOfItsOwn() {
    Check wrong =
        check(
            patient -> {
              throw new UsageException("it is wrong");
            });
    Diagnosis diagnosis = Doctor.examine(PATIENT, List.of(wrong), Duration.ofSeconds(20));
    assertThat(diagnosis.findings())
        .containsExactly(new Finding("looks", Status.FAILED, "it is wrong", ""));
    assertThat(diagnosis.isWell()).isFalse();
    assertThat(diagnosis.reached()).isFalse();
  }

  @Test
  void warningsAreStillWell() {
    Diagnosis diagnosis = new Diagnosis(List.of(Finding.warning("disk", "full", "Buy.")), true);
    assertThat(diagnosis.isWell()).isTrue();
    assertThat(Page.of(diagnosis, 80, Colors.OFF))
        .isEqualTo(
            """
            warning  disk  full
                           → Buy.

            An engine was reached: 0 failures, 1 warning
            """);
  }

  @Test
  void pageIsNoWiderThanTheScreenAndKeepsLongWordsWhole() {
    String word = "unix:///" + "x".repeat(90);
    Diagnosis diagnosis =
        new Diagnosis(
            List.of(
                Finding.failed("address", "many words ".repeat(20).strip(), "do this ".repeat(20)),
                Finding.ok("socket", word)),
            false);
    List<String> lines = Page.of(diagnosis, 60, Colors.OFF).lines().toList();
    assertThat(lines).filteredOn(line -> !line.contains(word)).allMatch(it -> it.length() <= 60);
    assertThat(lines).anyMatch(line -> line.contains(word));
    assertThat(Page.of(diagnosis, 400, Colors.OFF).lines())
        .allMatch(line -> TextWidth.of(line) <= 120);
  }

  @Test
  void pageShowsNoControlCharactersAndColoursTheMarkOnly() {
    Diagnosis diagnosis =
        new Diagnosis(List.of(Finding.ok("host", "evil\u001b]0;title\u0007name")), true);
    assertThat(Page.of(diagnosis, 80, Colors.ON))
        .startsWith("\u001b[32mok     \u001b[0m  host  evil\\u001b]0;title\\u0007name\n");
  }

  private static Check check(Function<Patient, List<Finding>> look) {
    return new Check() {
      @Override
      public String name() {
        return "looks";
      }

      @Override
      public List<Finding> look(Patient patient) {
        return look.apply(patient);
      }
    };
  }
}
