package org.appel.applications.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.appel.applications.config.WorkingFiles;

/** Files that one request needs beside those that it uploaded; gone when it is closed. */
final class Scratch implements AutoCloseable {
    private final WorkingFiles room;
    private final List<Path> files = new ArrayList<>();

    Scratch(WorkingFiles room) {
        this.room = room;
    }

    /** A new, empty one that only this service's user can read. */
    Path file() {
        try {
            var file = room.newFile();
            files.add(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (var file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
