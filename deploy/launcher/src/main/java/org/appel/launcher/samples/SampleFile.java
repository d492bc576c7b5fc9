package org.appel.launcher.samples;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The files under {@code samples/} on the class path. */
final class SampleFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleFile() {}

    static JsonNode json(String path) {
        try (var file = SampleFile.class.getResourceAsStream("/samples/" + path)) {
            if (file == null) {
                throw new IllegalStateException("samples/" + path + " is not on the class path");
            }
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("samples/" + path + " cannot be read", e);
        }
    }
}
