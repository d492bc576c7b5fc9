package org.appel.launcher.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

import org.appel.launcher.embedded.EmbeddedDatabase;
import org.appel.launcher.embedded.FileTree;
import org.appel.launcher.process.Orphans;

/**
 * Where one local system keeps its data; only one launcher uses it at a time.
 *
 * <p>{@code kept/} survives a run with {@code --keep}, {@code run/} is made for one run and removed after it; {@code state.json} is there while a
 * system runs.
 */
final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final boolean keep;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, boolean keep, FileChannel channel, FileLock lock) {
        this.root = root;
        this.keep = keep;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the directory, and ends what a killed launcher left running in it.
     *
     * @throws CannotStart when a launcher uses it
     */
    static DataDirectory take(Path root, boolean keep) {
        FileTree.make(root);
        try {
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = lock(channel);
            if (lock == null) {
                channel.close();
                throw new CannotStart("Appel runs already with its data in " + root
                        + "; stop it, or choose another directory with --data <directory>.");
            }
            var directory = new DataDirectory(root, keep, channel, lock);
            directory.endWhatWasLeft();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("data directory " + root + " cannot be used", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException takenInThisJvm) {
            return null;
        }
    }

    /** Where broker, database, secrets and logs are. */
    Path data() {
        return FileTree.make(root.resolve(keep ? "kept" : "run"));
    }

    Path root() {
        return root;
    }

    private void endWhatWasLeft() {
        Orphans.end(root);
        for (var folder : new String[] {"run", "kept"}) {
            EmbeddedDatabase.stopWhatWasLeft(root.resolve(folder).resolve("database"));
        }
        FileTree.delete(root.resolve("run"));
        RunningSystem.forget(root);
    }

    /** Gives the directory back, without the data unless they are to be kept. */
    @Override
    public void close() {
        RunningSystem.forget(root);
        if (!keep) {
            FileTree.delete(root.resolve("run"));
        }
        try {
            lock.release();
            channel.close();
            Files.deleteIfExists(root.resolve("lock"));
            if (isEmpty()) {
                Files.deleteIfExists(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("data directory " + root + " cannot be given back", e);
        }
    }

    private boolean isEmpty() throws IOException {
        try (var files = Files.list(root)) {
            return files.findAny().isEmpty();
        }
    }
}
