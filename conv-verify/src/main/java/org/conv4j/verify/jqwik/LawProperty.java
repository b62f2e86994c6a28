package org.conv4j.verify.jqwik;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** A property of {@link LawProperties} that says: the subject keeps this law. */
@Property
@AddLifecycleHook(LawHook.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface LawProperty {
  /** The identifier of the law. */
  String value();
}
