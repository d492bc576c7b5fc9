package org.appel.applications.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the bytes of something come from, as often as somebody asks; they need not fit into memory. */
@FunctionalInterface
public interface Content {
    /** The bytes from the beginning; whoever asks closes the stream. */
    InputStream open() throws IOException;

    /** What is in that file at the moment of asking. */
    static Content of(Path file) {
        return () -> Files.newInputStream(file);
    }

    /** @param bytes few enough to be held in memory; not copied: nobody changes them */
    static Content of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
