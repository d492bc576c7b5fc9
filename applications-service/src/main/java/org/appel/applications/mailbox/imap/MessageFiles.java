package org.appel.applications.mailbox.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where messages lie while they are judged: each in a directory of its own within one of this process, which holds a lock
 * as long as it lives. So a later process can tell what a killed one left behind, and deletes it.
 */
public final class MessageFiles implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MessageFiles.class);
    private static final String PREFIX = "appel-mail-";
    private static final String LOCK = "in-use";

    private final Path own;
    private final FileChannel lock;

    private MessageFiles(Path own, FileChannel lock) {
        this.own = own;
        this.lock = lock;
    }

    /** @param root such as the system's directory for temporary files; nothing else in it is touched */
    public static MessageFiles in(Path root) {
        try {
            deleteLeftovers(root);
            var own = Files.createTempDirectory(root, PREFIX);
            var lock = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new IOException("A new file is locked by somebody else");
            }
            return new MessageFiles(own, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty directory. */
    public Path newDirectory() throws IOException {
        return Files.createTempDirectory(own, "message-");
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

    private static void deleteLeftovers(Path root) throws IOException {
        try (var found = Files.newDirectoryStream(root, PREFIX + "*")) {
            for (Path directory : found) {
                if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS) && isLeftover(directory)) {
                    LOG.infof("what a former process left of messages is deleted directory=%s", directory);
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
            LOG.warnf("a directory of messages could not be deleted directory=%s", directory);
        }
    }
}
