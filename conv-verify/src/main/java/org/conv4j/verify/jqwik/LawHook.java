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
import org.conv4j.verify.law.ConvolverLaw;
import org.conv4j.verify.law.Law.Level;
import org.conv4j.verify.law.Laws;
import org.conv4j.verify.run.ExpectedFailure;
import org.conv4j.verify.run.ExpectedFailures;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Tells an instance of {@link ConvolverProperties} which law its property is about. Skips the
 * property if the convolver does not claim what the law needs; an assumption that no try satisfies
 * would count as a failure.
 */
final class LawHook implements SkipExecutionHook, AroundPropertyHook {
  @Override
  public SkipResult shouldBeSkipped(LifecycleContext context) {
    // There is no other context for an annotation of a method.
    PropertyLifecycleContext property = (PropertyLifecycleContext) context;
    return ((ConvolverProperties) property.testInstance())
        .begin(law(property))
        .map(SkipResult::skip)
        .orElseGet(SkipResult::doNotSkip);
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyExecutionResult result = property.execute();
    ConvolverLaw law = law(context);
    ExpectedFailures known = ((ConvolverProperties) context.testInstance()).expectedFailures();
    Optional<ExpectedFailure> expected = known.about(law.id());
    if (result.status() == Status.SUCCESSFUL && expected.isPresent()) {
      return result.mapToFailed(
          new AssertionFailedError("[" + law.id() + "] " + expected.get().surprise()));
    }
    Optional<Throwable> error = result.throwable();
    if (result.status() != Status.FAILED || error.isEmpty()) {
      return result;
    }
    if (expected.isPresent() && !expected.get().hasExpired(LocalDate.now(ZoneOffset.UTC))) {
      return aborted(result, expected.get().reasonToSkip());
    }
    return law.level() == Level.SHOULD
        ? aborted(result, JUnitOutcome.shouldHold(error.get().getMessage()))
        : result;
  }

  private static PropertyExecutionResult aborted(PropertyExecutionResult result, String reason) {
    return result.mapToAborted(new TestAbortedException(reason));
  }

  private static ConvolverLaw law(PropertyLifecycleContext property) {
    return Laws.named(property.targetMethod().getAnnotation(LawProperty.class).value());
  }
}
