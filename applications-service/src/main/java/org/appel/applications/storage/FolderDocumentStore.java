package org.appel.applications.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Keeps contents as files below a directory, in 65,536 folders by the random end of their ids. A file appears under its
 * name only when it is whole and on the disk.
 */
final class FolderDocumentStore implements ObjectStore {
    static final String NAME = "folder";

    private static final String INCOMING = "incoming";
    private static final int PAGE = 500;

    private final Path folder;
    private final Supplier<UUID> home;

    /** @param home names this database's own part of the directory */
    FolderDocumentStore(Path folder, Supplier<UUID> home) {
        this.folder = folder;
        this.home = home;
    }

    /**
     * Makes sure that files can be written.
     *
     * @throws IllegalStateException if not
     */
    void requireWritable() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "appel", ".try"));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "appel.documents.folder: in " + folder.toAbsolutePath() + " no file can be written", e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void put(List<SealedContent> contents) throws IOException {
        for (var content : contents) {
            put(content);
        }
    }

    @Override
    public InputStream get(UUID content) throws IOException {
        try {
            return Files.newInputStream(file(content));
        } catch (NoSuchFileException e) {
            // Where the whole directory is away, every file would seem to be lost.
            if (Files.isDirectory(root())) {
                throw new FileNotFoundException("Content " + content + " is not there");
            }
            throw e;
        }
    }

    @Override
    public void remove(Collection<UUID> contents) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        for (var content : contents) {
            var file = file(content);
            if (Files.deleteIfExists(file)) {
                force(file.getParent());
            }
        }
    }

    @Override
    public void eachBefore(Instant time, Page page) throws IOException {
        if (!Files.isDirectory(root())) {
            return;
        }
        var found = new ArrayList<UUID>();
        Files.walkFileTree(root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.lastModifiedTime().toInstant().isBefore(time)) {
                    visit(file);
                }
                return FileVisitResult.CONTINUE;
            }

            private void visit(Path file) throws IOException {
                if (file.getParent().endsWith(INCOMING)) {
                    Files.deleteIfExists(file);
                    return;
                }
                id(file).ifPresent(found::add);
                if (found.size() == PAGE) {
                    page.take(List.copyOf(found));
                    found.clear();
                }
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                if (gone instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw gone;
            }
        });
        if (!found.isEmpty()) {
            page.take(List.copyOf(found));
        }
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private void put(SealedContent content) throws IOException {
        var incoming = directory(root().resolve(INCOMING));
        var unfinished = Files.createTempFile(incoming, content.id() + ".", "");
        try {
            write(content, unfinished);
            var file = file(content.id());
            directory(file.getParent());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            force(file.getParent());
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void write(SealedContent content, Path file) throws IOException {
        try (var sealed = content.sealed().open();
                var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            sealed.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private Path root() {
        return folder.resolve(home.get().toString());
    }

    private Path file(UUID content) {
        var name = content.toString();
        int end = name.length();
        return root().resolve(name.substring(end - 2))
                .resolve(name.substring(end - 4, end - 2))
                .resolve(name);
    }

    private static Optional<UUID> id(Path file) {
        try {
            return Optional.of(UUID.fromString(file.getFileName().toString()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Makes a directory with those above it, and sees to it that a power cut does not take it back. */
    private static Path directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            directory(directory.getParent());
            try {
                Files.createDirectory(directory);
            } catch (FileAlreadyExistsException madeMeanwhile) {
                return directory;
            }
            force(directory.getParent());
        }
        return directory;
    }

    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
