package org.appel.messaging;

import java.util.Arrays;
import java.util.Optional;

/** Which wire record stands for which event type, read from {@link EventType}. */
final class EventTypes {

    private EventTypes() {}

    /**
     * @throws IllegalArgumentException if the record carries no {@link EventType}: a mistake of the programmer
     */
    static String of(Class<?> wireRecord) {
        var type = wireRecord.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(wireRecord.getName() + " has no @EventType");
        }
        return type.value();
    }

    /** The permitted record of {@code sealedInterface} that reads events of {@code type}; empty when there is none. */
    static <E> Optional<Class<? extends E>> find(Class<E> sealedInterface, String type) {
        return Arrays.stream(sealedInterface.getPermittedSubclasses())
                .filter(permitted -> of(permitted).equals(type))
                .findFirst()
                .map(permitted -> permitted.asSubclass(sealedInterface));
    }
}
