package org.appel.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.appel.inspection.process.ChildPool;
import org.appel.inspection.process.Request;

/**
 * Looks into strangers' documents, each in a process beside this one that has little memory, an empty environment and a
 * time limit. A document that ends its process or outlasts it is {@link Inspection.Unfit}; the next one gets a new process.
 * Safe for use by many threads; processes are started when they are needed, and stay.
 */
public final class DocumentInspector implements AutoCloseable {
    private final ChildPool processes;

    public DocumentInspector(InspectorSettings settings) {
        this.processes = new ChildPool(settings);
    }

    /**
     * @param file read as it is then; its name is not looked at. It must not change meanwhile
     * @param wishes what is wanted beside whether it is sound; without any the answer comes soonest
     * @throws InterruptedException if the thread was interrupted while it waited; the document's process is ended
     */
    public Inspection inspect(Path file, Wish... wishes) throws InterruptedException {
        return processes.ask(new Request(file.toAbsolutePath(), null, Set.copyOf(List.of(wishes))));
    }

    /**
     * Writes a copy of the same format without what names its author or says when and where it was made: properties, places
     * and times of pictures, authors and dates of tracked changes and comments. What a reader sees of it stays; plain text
     * has no such traces and is copied.
     *
     * @param target another file, which is replaced if it is there; it is not there after any answer but
     *     {@link Inspection.Sound}
     * @return the same as {@link #inspect} without wishes, with the copy's size
     * @throws InterruptedException if the thread was interrupted while it waited; the document's process is ended
     */
    public Inspection strip(Path file, Path target) throws InterruptedException {
        if (target.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException("a copy is another file");
        }
        Inspection inspection = null;
        try {
            inspection = processes.ask(new Request(file.toAbsolutePath(), target.toAbsolutePath(), Set.of()));
            return inspection;
        } finally {
            if (!(inspection instanceof Inspection.Sound)) {
                delete(target);
            }
        }
    }

    /** Ends all processes; documents that are under way are {@link Inspection.Unready}, and all later ones. */
    @Override
    public void close() {
        processes.close();
    }

    private static void delete(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            // Whoever named it finds it, and is told that it is no copy.
        }
    }
}
