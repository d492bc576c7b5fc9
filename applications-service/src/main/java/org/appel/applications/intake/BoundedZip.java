package org.appel.applications.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipInputStream;

/**
 * An archive in memory that was unpacked once, nothing of it kept, to prove that it is whole and not too large: each
 * checksum holds, and its directory names as many entries as there are.
 */
final class BoundedZip {
    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_BYTES = 50L << 20;
    /** Beyond any real text; office documents come to 20. Small files are let off: they pack much better. */
    private static final int MOST_RATIO = 100;

    private static final int SMALL = 1 << 20;
    private static final int LARGEST_XML = 20 << 20;
    private static final int ENCRYPTED_FLAG = 1;
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private final byte[] bytes;
    private final Set<String> names;

    private BoundedZip(byte[] bytes, Set<String> names) {
        this.bytes = bytes;
        this.names = names;
    }

    /**
     * @throws IOException if it is broken
     * @throws UnfitDocument if it is encrypted or would unpack to too much
     */
    static BoundedZip of(byte[] bytes) throws IOException, UnfitDocument {
        if ((ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(6) & ENCRYPTED_FLAG) != 0) {
            throw new UnfitDocument("The file is an encrypted archive: send the document itself");
        }
        var names = new HashSet<String>();
        long most = Math.min(MOST_BYTES, Math.max(SMALL, (long) bytes.length * MOST_RATIO));
        long unpacked = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
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
        if (names.size() != entriesInDirectory(bytes)) {
            throw new IOException("directory and entries differ");
        }
        return new BoundedZip(bytes, names);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** @throws IOException if there is no such entry, or it is larger than any document's text */
    byte[] content(String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
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

    /** Reads to the end of the entry, but not much further than the bound. */
    private static long drained(InputStream entry, long most) throws IOException {
        var buffer = new byte[8192];
        long read = 0;
        for (int n = entry.read(buffer); n >= 0 && read <= most; n = entry.read(buffer)) {
            read += n;
        }
        return read;
    }

    private static int entriesInDirectory(byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int earliest = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
        for (int at = bytes.length - END_SIZE; at >= earliest; at--) {
            if (buffer.getInt(at) == END_OF_DIRECTORY) {
                return buffer.getShort(at + 10) & 0xFFFF;
            }
        }
        throw new IOException("no directory");
    }
}
