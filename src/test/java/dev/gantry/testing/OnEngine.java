package dev.gantry.testing;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a test on one kind of engine: skipped when that engine cannot be had. */
record OnEngine(Engines engines, String kind, boolean apart)
    implements TestTemplateInvocationContext, ExecutionCondition, ParameterResolver {

  @Override
  public String getDisplayName(int invocationIndex) {
    return "on engine " + kind;
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return engines
        .whyNot(kind, apart)
        .or(() -> takesRegistry(context) ? engines.whyNoRegistry(kind, apart) : Optional.empty())
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("engine " + kind + " is up"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TestEngine.class || type == TestRegistry.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType() == TestEngine.class) {
      return engines.get(kind, apart);
    }
    return engines.registry(
        kind, apart, parameter.isAnnotated(WithPassword.class) ? List.of("--htpasswd") : List.of());
  }

  private static boolean takesRegistry(ExtensionContext context) {
    return List.of(context.getRequiredTestMethod().getParameterTypes())
        .contains(TestRegistry.class);
  }
}
