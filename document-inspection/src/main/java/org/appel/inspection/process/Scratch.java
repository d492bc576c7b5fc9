package org.appel.inspection.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;

/** The folder of one process, where its libraries may put what they unpack; gone with it, since that is a candidate's. */
final class Scratch {

    /** How a process is told its folder; without it, it has none and deletes nothing. */
    static final String PROPERTY = "appel.inspection.scratch";

    private static final String PREFIX = "appel-inspection-";

    private Scratch() {}

    /** Readable by nobody else. */
    static Path make() throws IOException {
        return Files.createTempDirectory(PREFIX);
    }

    /** Deletes the folder of this process, if it was given one of its own. */
    static void deleteOwn() {
        var told = System.getProperty(PROPERTY);
        if (told != null) {
            delete(Path.of(told));
        }
    }

    /**
     * As far as it can be deleted; what another process deletes meanwhile is no matter.
     *
     * @throws IllegalArgumentException if it is not a folder that {@link #make} made: nothing else is ever deleted
     */
    static void delete(Path folder) {
        if (!folder.getFileName().toString().startsWith(PREFIX)) {
            throw new IllegalArgumentException("no folder of an inspection process");
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // The operating system's own cleaning of temporary files gets what is left.
        }
    }
}
