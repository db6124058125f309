package dev.gantry.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Turns a test that is marked {@link OnEngines} into one run for each kind of engine. */
final class OnEnginesProvider implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Engines engines = Engines.ofThisJvm();
    OnEngines wanted = context.getRequiredTestMethod().getAnnotation(OnEngines.class);
    return engines.kinds(List.of(wanted.value())).stream()
        .map(kind -> new OnEngine(engines, kind, wanted.apart()));
  }
}
