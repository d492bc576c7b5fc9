package org.appel.applications.mailbox.mime;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one message may cost, over all that is nested in it: parts, files and bytes. It also keeps the list of what was
 * left for that or another reason.
 */
final class Allowance {
    static final int MOST_PARTS = 100;
    static final int DEEPEST = 10;
    /** Decoded over all: a message of 50 MB, taken apart, forwarded and packed once more. */
    static final long MOST_BYTES = 256L << 20;

    /** HTML costs the most of all that is read: some of it takes a second for a megabyte. */
    private static final int MOST_HTML = 2 << 20;

    private static final int MOST_REMARKS = 50;

    private final Path directory;
    private final Set<String> left = new LinkedHashSet<>();
    private int parts;
    private int opened;
    private int html;
    private int files;
    private long bytes;

    Allowance(Path directory) {
        this.directory = directory;
    }

    /** Whether one more part may be taken; the first that may not is remarked on. */
    boolean takesPart() {
        if (parts == MOST_PARTS) {
            leave("The message has more than " + MOST_PARTS + " parts: what comes after them was left out.");
            return false;
        }
        parts++;
        return true;
    }

    /** Whether one more wrapping may be opened that the parser does not count as a level. */
    boolean goesDeeper() {
        if (opened == DEEPEST) {
            leave("A part of the message is nested too deeply to be taken apart.");
            return false;
        }
        opened++;
        return true;
    }

    /** How much may be read of a body in HTML of that size. */
    int takeHtml(long size) {
        int taken = (int) Math.min(size, MOST_HTML - html);
        html += taken;
        return taken;
    }

    /** A name for a new file; nothing of it is the sender's. */
    Path newFile() {
        files++;
        return directory.resolve("part-%04d".formatted(files));
    }

    /** A file whose bytes count. */
    OutputStream write(Path file) throws IOException {
        return new FilterOutputStream(Files.newOutputStream(file)) {
            @Override
            public void write(int one) throws IOException {
                spend(1);
                out.write(one);
            }

            @Override
            public void write(byte[] many, int from, int length) throws IOException {
                spend(length);
                out.write(many, from, length);
            }
        };
    }

    /** Notes, for people, what is not among the parts. */
    void leave(String remark) {
        if (left.size() < MOST_REMARKS) {
            left.add(remark);
        }
    }

    List<String> left() {
        return new ArrayList<>(left);
    }

    private void spend(int length) throws TooMuch {
        bytes += length;
        if (bytes > MOST_BYTES) {
            throw new TooMuch("the message unpacks to more than " + (MOST_BYTES >> 20) + " MiB");
        }
    }

    /** More than a message may cost. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch(String what) {
            super(what);
        }
    }
}
