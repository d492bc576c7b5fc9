package org.appel.postings.model;

import java.util.Arrays;
import java.util.Locale;

/** A choice with a written form that readers outside rely on: {@code FIXED_TERM} is written {@code fixed-term}. */
public interface Coded {

    /** The constant's name, as every enum has it. */
    String name();

    /** The written form: lower case, words joined by a hyphen. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The choice that is written so.
     *
     * @throws IllegalArgumentException if none is
     */
    static <E extends Enum<E> & Coded> E of(Class<E> choices, String code) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("No " + choices.getSimpleName() + " is written \"" + code + "\""));
    }
}
