package org.appel.inspection.stripping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Copies an office archive entry by entry, in its order and without the entries' own times. */
final class ArchiveStripper {
    /** The type of an OpenDocument stands first and is not packed, so that it is found without unpacking. */
    private static final String TYPE_ENTRY = "mimetype";

    /** The first day of all would be written in two ways, the second of which may not stand before the type. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Archives kind;
    private final int depth;

    private ArchiveStripper(Archives kind, int depth) {
        this.kind = kind;
        this.depth = depth;
    }

    static void strip(InputStream archive, Archives kind, OutputStream copy) throws IOException {
        new ArchiveStripper(kind, 0).strip(archive, copy);
    }

    /** @param depth how many documents it is in */
    static void strip(byte[] archive, int depth, OutputStream copy) throws IOException {
        new ArchiveStripper(kindOf(archive), depth).strip(new ByteArrayInputStream(archive), copy);
    }

    private void strip(InputStream archive, OutputStream copy) throws IOException {
        try (var in = new ZipInputStream(archive);
                var out = new ZipOutputStream(copy)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!kind.drops(entry.getName())) {
                    var content = in.readAllBytes();
                    write(out, entry.getName(), stripped(entry.getName(), content));
                }
            }
        }
    }

    private byte[] stripped(String name, byte[] content) throws IOException {
        if (content.length == 0) {
            return content;
        }
        var rules = kind.rules(name, content);
        if (rules != null) {
            return XmlCopy.of(content, rules);
        }
        return Embedded.strip(content, depth, true);
    }

    private static Archives kindOf(byte[] archive) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            var first = in.getNextEntry();
            return first != null && first.getName().equals(TYPE_ENTRY) ? new OpenDocument() : new OfficeOpenXml();
        }
    }

    private static void write(ZipOutputStream out, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        if (name.equals(TYPE_ENTRY)) {
            var crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
