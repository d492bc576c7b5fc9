package org.appel.messaging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The CloudEvents {@code type} of a wire record, with its version: {@code org.appel.PostingPublished.v1}.
 *
 * <p>It is written out rather than derived from the class, so that renaming a class never changes the wire.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** Reverse-DNS name ending in the version, as the contract names it. */
    String value();
}
