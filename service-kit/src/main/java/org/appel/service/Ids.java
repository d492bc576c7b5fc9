package org.appel.service;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/** New ids: UUIDs of version 7 (RFC 9562), which sort by the time they were made. */
public final class Ids {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A fresh id; unique over replicas. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
