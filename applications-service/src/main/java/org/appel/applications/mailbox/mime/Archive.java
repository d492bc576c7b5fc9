package org.appel.applications.mailbox.mime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** A ZIP archive with papers. Read from its beginning and never further than is allowed, whatever its directory says. */
final class Archive {
    private static final int MOST_FILES = 50;
    private static final long MOST_BYTES = 50L << 20;
    private static final int HIGHEST_RATIO = 100;
    /** What is small may be empty space for the most part. */
    private static final int FREE = 1 << 20;
    /** Entries that are no files cost a little, too. */
    private static final int MOST_ENTRIES = 2_000;

    private static final Pattern DOCUMENT = Pattern.compile(
            "\\[Content_Types]\\.xml|mimetype|_rels/\\.rels|(word|xl|ppt)/.*|Index/.*\\.iwa|META-INF/.*");
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(zip|rar|7z|tar|gz|tgz)");
    private static final Set<String> RUBBISH = Set.of(".ds_store", "thumbs.db", "desktop.ini");
    private static final Charset DOS = Charset.forName("IBM850");

    private final String name;
    private final Allowance allowance;
    private final List<Unpacked> files = new ArrayList<>();
    private final long mostBytes;
    private long bytes;

    private Archive(String name, long size, Allowance allowance) {
        this.name = name;
        this.allowance = allowance;
        mostBytes = Math.min(MOST_BYTES, Math.max(FREE, size * HIGHEST_RATIO));
    }

    /** Whether the file is an archive that holds files, and no document in the shape of an archive. */
    static boolean isOne(Path file) throws IOException {
        if (!startsLikeOne(file)) {
            return false;
        }
        long looked = 0;
        try (var in = open(file)) {
            for (var entry = in.getNextEntry(); entry != null && looked < FREE; entry = in.getNextEntry()) {
                if (DOCUMENT.matcher(entry.getName()).matches()) {
                    return false;
                }
                // Each entry counts, so that a million empty ones come to an end, too.
                looked += 100 + in.readNBytes(FREE).length;
            }
            return true;
        } catch (IOException | RuntimeException broken) {
            return true;
        }
    }

    /** The files in it; what is not taken is remarked on. */
    static List<Unpacked> unpack(String name, Path file, Allowance allowance) throws IOException {
        var archive = new Archive(name, Files.size(file), allowance);
        try (var in = open(file)) {
            archive.read(in);
        } catch (Allowance.TooMuch e) {
            throw e;
        } catch (Bomb e) {
            archive.files.clear();
            archive.leave("unpacks to more than is allowed: nothing of it was taken.");
        } catch (IOException | RuntimeException broken) {
            archive.leave("is damaged: files may be missing.");
        }
        return archive.files;
    }

    private static ZipArchiveInputStream open(Path file) throws IOException {
        return new ZipArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)), "UTF-8", true, true);
    }

    private void read(ZipArchiveInputStream in) throws IOException {
        int seen = 0;
        for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            boolean file = isFile(entry);
            if (++seen > MOST_ENTRIES || file && files.size() == MOST_FILES) {
                leave("has more than " + MOST_FILES + " files: those after them were left out.");
                return;
            }
            if (file) {
                take(entry, in);
            } else {
                copy(in, OutputStream.nullOutputStream());
            }
        }
    }

    private void take(ZipArchiveEntry entry, ZipArchiveInputStream in) throws IOException {
        var plain = plainName(entry);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            leave("holds \"" + plain + "\", which is protected by a password.");
        } else if (entry.isUnixSymlink() || !in.canReadEntryData(entry)) {
            leave("holds \"" + plain + "\", which cannot be unpacked.");
        } else if (ARCHIVE.matcher(plain.toLowerCase(Locale.ROOT)).matches()) {
            leave("holds \"" + plain + "\", which is an archive itself and was not unpacked.");
            copy(in, OutputStream.nullOutputStream());
        } else {
            var file = allowance.newFile();
            try (var out = allowance.write(file)) {
                files.add(new Unpacked(plain, file, copy(in, out)));
            }
        }
    }

    private long copy(InputStream in, OutputStream out) throws IOException {
        long size = 0;
        var buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            bytes += read;
            if (bytes > mostBytes) {
                throw new Bomb();
            }
            out.write(buffer, 0, read);
        }
        return size;
    }

    private void leave(String remark) {
        allowance.leave("The archive \"" + name + "\" " + remark);
    }

    private static boolean isFile(ZipArchiveEntry entry) {
        var path = entry.getName();
        return !entry.isDirectory()
                && !path.endsWith("\\")
                && !path.startsWith("__MACOSX/")
                && !RUBBISH.contains(path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    }

    /** Without folders; UTF-8 where it can be, which not all that write it say, else what Windows writes. */
    private static String plainName(ZipArchiveEntry entry) {
        var raw = entry.getRawName();
        var path = raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()
                ? entry.getName()
                : Header.utf8(raw).orElseGet(() -> new String(raw, DOS));
        var plain = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", "")
                .strip();
        return plain.length() > 255 ? plain.substring(plain.length() - 255) : plain;
    }

    private static boolean startsLikeOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(4), new byte[] {'P', 'K', 3, 4});
        }
    }

    /** It unpacks to more than is allowed. */
    private static final class Bomb extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
