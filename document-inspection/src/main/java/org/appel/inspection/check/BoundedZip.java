package org.appel.inspection.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipInputStream;

/**
 * An archive that was unpacked once, nothing of it kept, to prove that it is whole and not too large: each checksum
 * holds, and its directory names as many entries as there are.
 */
final class BoundedZip {
    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_BYTES = 50L << 20;
    /** Beyond any real text; office documents come to 20. Small files are let off: they pack much better. */
    private static final int MOST_RATIO = 100;

    private static final int SMALL = 1 << 20;
    private static final int LARGEST_XML = 20 << 20;
    private static final int FLAGS_AT = 6;
    private static final int ENCRYPTED_FLAG = 1;
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private final Path file;
    private final Set<String> names;

    private BoundedZip(Path file, Set<String> names) {
        this.file = file;
        this.names = names;
    }

    /**
     * @throws IOException if it is broken
     * @throws UnfitDocument if it is encrypted or would unpack to too much
     */
    static BoundedZip of(Path file) throws IOException, UnfitDocument {
        requireOpen(file);
        var names = new HashSet<String>();
        long most = Math.min(MOST_BYTES, Math.max(SMALL, Files.size(file) * MOST_RATIO));
        long unpacked = 0;
        try (var zip = stream(file)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!names.add(entry.getName())) {
                    throw new IOException("an entry is there twice");
                }
                unpacked += drained(zip, most - unpacked);
                if (names.size() > MOST_ENTRIES || unpacked > most) {
                    throw new UnfitDocument("The file would unpack to far more than a document has");
                }
            }
        }
        if (names.size() != entriesInDirectory(file)) {
            throw new IOException("directory and entries differ");
        }
        return new BoundedZip(file, names);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** @throws IOException if there is no such entry, or it is larger than any document's text */
    byte[] content(String name) throws IOException {
        try (var zip = stream(file)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    var content = zip.readNBytes(LARGEST_XML + 1);
                    if (content.length <= LARGEST_XML) {
                        return content;
                    }
                }
            }
        }
        throw new IOException("no such entry");
    }

    private static ZipInputStream stream(Path file) throws IOException {
        return new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    private static void requireOpen(Path file) throws IOException, UnfitDocument {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(FLAGS_AT);
            if ((in.read() & ENCRYPTED_FLAG) != 0) {
                throw new UnfitDocument("The file is an encrypted archive: send the document itself");
            }
        }
    }

    /** Reads to the end of the entry, but not much further than the bound. */
    private static long drained(InputStream entry, long most) throws IOException {
        var buffer = new byte[8192];
        long read = 0;
        for (int n = entry.read(buffer); n >= 0 && read <= most; n = entry.read(buffer)) {
            read += n;
        }
        return read;
    }

    private static int entriesInDirectory(Path file) throws IOException {
        var end = end(file);
        for (int at = end.limit() - END_SIZE; at >= 0; at--) {
            if (end.getInt(at) == END_OF_DIRECTORY) {
                return end.getShort(at + 10) & 0xFFFF;
            }
        }
        throw new IOException("no directory");
    }

    private static ByteBuffer end(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var end = new byte[(int) Math.min(END_SIZE + LONGEST_COMMENT, in.length())];
            in.seek(in.length() - end.length);
            in.readFully(end);
            return ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
