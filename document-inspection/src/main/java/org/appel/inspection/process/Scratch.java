package org.appel.inspection.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder of one process, where its libraries may put what they unpack; gone with it, since that is a candidate's.
 * Only a folder that was made here is ever emptied: it has a name and a mark that no other has, and nothing is deleted that
 * lies deeper than the process itself puts anything.
 */
record Scratch(Path folder) {
    private static final String PREFIX = "appel-inspection-";
    private static final String MARK = ".made-for-one-process";
    /** One of the libraries makes a folder for its files. */
    private static final int LIBRARIES_FOLDERS = 1;

    /** @throws IllegalArgumentException if the folder was not made here */
    Scratch {
        if (!isOurs(folder)) {
            throw new IllegalArgumentException("no folder of a process for documents");
        }
    }

    /** Readable by nobody else. */
    static Scratch make() throws IOException {
        var folder = Files.createTempDirectory(PREFIX);
        Files.createFile(folder.resolve(MARK));
        return new Scratch(folder);
    }

    /** As far as it can be deleted; what the other side deletes meanwhile is no matter. */
    void delete() {
        if (isOurs(folder)) {
            deleteFilesIn(folder, LIBRARIES_FOLDERS);
            deleteFile(folder);
        }
    }

    /** @param depth of the folders in it that are emptied, too; links are never followed */
    private static void deleteFilesIn(Path folder, int depth) {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                if (depth > 0 && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    deleteFilesIn(file, depth - 1);
                }
                deleteFile(file);
            });
        } catch (IOException e) {
            // Nothing more can be done about it.
        }
    }

    private static boolean isOurs(Path folder) {
        var name = folder.getFileName();
        return name != null
                && name.toString().startsWith(PREFIX)
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(folder.resolve(MARK), LinkOption.NOFOLLOW_LINKS);
    }

    /** A file, a link itself, or an empty folder; never what is in a folder. */
    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The operating system's own cleaning of temporary files gets what is left.
        }
    }
}
