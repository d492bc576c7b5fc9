package org.appel.applications.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where uploads and messages lie in clear while they are looked at: in one directory of this process, which holds a lock
 * as long as it lives. So a later process can tell what a killed one left behind, and deletes it.
 */
public final class WorkingFiles implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WorkingFiles.class);
    private static final String PREFIX = "appel-working-";
    private static final String LOCK = "in-use";
    /** A process that starts at the same time must not find the lock's file before it is locked. */
    private static final String NEW_LOCK = "in-use.new";

    private final Path own;
    private final FileChannel lock;

    private WorkingFiles(Path own, FileChannel lock) {
        this.own = own;
        this.lock = lock;
    }

    /**
     * Deletes what dead processes left beside the directory, and takes it.
     *
     * @param own a directory of no other process, whose name begins with {@code appel-working-}; made where it is missing
     */
    public static WorkingFiles at(Path own) {
        if (!own.getFileName().toString().startsWith(PREFIX)) {
            throw new IllegalArgumentException("Leftovers of " + own + " would not be found");
        }
        try {
            Files.createDirectories(own);
            if (Files.getFileAttributeView(own, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx------"));
            }
            deleteLeftovers(own.toAbsolutePath().getParent(), own.toAbsolutePath());
            return new WorkingFiles(own, lock(own));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path own) throws IOException {
        var lock = FileChannel.open(own.resolve(NEW_LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IOException("A new file is locked by somebody else");
        }
        Files.move(own.resolve(NEW_LOCK), own.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
        return lock;
    }

    /** A new, empty directory. */
    public Path newDirectory() throws IOException {
        return Files.createTempDirectory(own, "message-");
    }

    /** A new, empty file that only this service's user can read. */
    public Path newFile() throws IOException {
        return Files.createTempFile(own, "upload-", "");
    }

    /** Deletes a directory that was given out here, with all that lies in it. */
    public void delete(Path directory) {
        if (!own.equals(directory.getParent())) {
            throw new IllegalArgumentException("Not a directory of a message");
        }
        deleteTree(directory);
    }

    @Override
    public void close() throws IOException {
        deleteTree(own);
        lock.close();
    }

    private static void deleteLeftovers(Path root, Path own) throws IOException {
        try (var found = Files.newDirectoryStream(root, PREFIX + "*")) {
            for (Path directory : found) {
                if (!directory.equals(own)
                        && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                        && isLeftover(directory)) {
                    LOG.infof("what a former process left of files is deleted directory=%s", directory);
                    deleteTree(directory);
                }
            }
        }
    }

    /** One whose lock nobody holds; one without a lock is just being made. */
    private static boolean isLeftover(Path directory) {
        try (var channel = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
                var taken = channel.tryLock()) {
            return taken != null;
        } catch (IOException | OverlappingFileLockException inUse) {
            return false;
        }
    }

    /** Never through a link. */
    private static void deleteTree(Path directory) {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.warnf("a directory of files could not be deleted directory=%s", directory);
        }
    }
}
