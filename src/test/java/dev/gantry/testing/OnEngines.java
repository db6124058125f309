package dev.gantry.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once on each kind of real engine and takes a {@link TestEngine}; and a {@link
 * TestRegistry}, if it needs one.
 *
 * <pre>{@code
 * @OnEngines
 * void createdContainerIsListed(TestEngine engine) {
 *   engine.client().call("ContainerList", Map.of("all", true));
 * }
 * }</pre>
 *
 * <p>An engine is started by {@code scripts/engine} when the first test wants it, is shared by all
 * tests of the JVM, and is stopped at the end. Each has the image {@code busybox:latest}. A test
 * removes what it made and names things so that other tests do not meet them.
 *
 * <p>The kinds are those of {@code GANTRY_TEST_ENGINES}, a system property or an environment
 * variable, {@code 20,28} unless set; {@code none} skips all. {@code GANTRY_TEST_ENGINE}, a host
 * URL, puts an engine that runs already in the place of all of them. Where no engine can be had the
 * test is skipped and says why. The engines that were used stand in {@code target/test-engines/}
 * afterwards.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(OnEnginesProvider.class)
public @interface OnEngines {
  /** The kinds this test is about ({@code 20 26 28 podman}); all that are configured when empty. */
  String[] value() default {};

  /**
   * Whether the test changes the engine itself, as starting a swarm does: such tests share another
   * engine of the kind, which the other tests never see.
   */
  boolean apart() default false;
}
