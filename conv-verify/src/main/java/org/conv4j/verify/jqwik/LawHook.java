package org.conv4j.verify.jqwik;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.conv4j.verify.junit.JUnitOutcome;
import org.conv4j.verify.law.Law.Level;
import org.conv4j.verify.run.ExpectedFailure;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Tells an instance of {@link LawProperties} which law its property is about. Skips the property if
 * the subject does not claim what the law needs; an assumption that no try satisfies would count as
 * a failure.
 */
final class LawHook implements SkipExecutionHook, AroundPropertyHook {
  @Override
  public SkipResult shouldBeSkipped(LifecycleContext context) {
    // There is no other context for an annotation of a method.
    PropertyLifecycleContext property = (PropertyLifecycleContext) context;
    return instance(property)
        .begin(id(property))
        .map(SkipResult::skip)
        .orElseGet(SkipResult::doNotSkip);
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyExecutionResult result = property.execute();
    LawProperties<?, ?> instance = instance(context);
    String id = id(context);
    Optional<ExpectedFailure> expected = instance.expectedFailures().about(id);
    if (result.status() == Status.SUCCESSFUL && expected.isPresent()) {
      return result.mapToFailed(
          new AssertionFailedError("[" + id + "] " + expected.get().surprise()));
    }
    Optional<Throwable> error = result.throwable();
    if (result.status() != Status.FAILED || error.isEmpty()) {
      return result;
    }
    if (expected.isPresent() && !expected.get().hasExpired(LocalDate.now(ZoneOffset.UTC))) {
      return aborted(result, expected.get().reasonToSkip());
    }
    return instance.law(id).level() == Level.SHOULD
        ? aborted(result, JUnitOutcome.shouldHold(error.get().getMessage()))
        : result;
  }

  private static PropertyExecutionResult aborted(PropertyExecutionResult result, String reason) {
    return result.mapToAborted(new TestAbortedException(reason));
  }

  private static LawProperties<?, ?> instance(PropertyLifecycleContext property) {
    return (LawProperties<?, ?>) property.testInstance();
  }

  private static String id(PropertyLifecycleContext property) {
    return property.targetMethod().getAnnotation(LawProperty.class).value();
  }
}
