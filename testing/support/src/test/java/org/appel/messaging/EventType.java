package org.appel.messaging;

/** Has the name of the kit's annotation. */
public @interface EventType {
    String value();
}
