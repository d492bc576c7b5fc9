package org.appel.postings.authoring;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a body of JSON lines, one at a time; never more of it in memory than the longest line that is taken.
 *
 * @see <a href="https://jsonlines.org/">JSON Lines</a>
 */
final class LineReader {

    private final InputStream body;
    private final long longest;
    private int number;

    /** @param longest in bytes */
    LineReader(InputStream body, long longest) {
        this.body = new BufferedInputStream(body);
        this.longest = longest;
    }

    /**
     * One line.
     *
     * @param number 1 for the first; empty lines count, and are passed over
     * @param json without the line's end; null if it is longer than what is taken
     */
    record Line(int number, byte @Nullable [] json) {}

    /** @return null at the end of the body */
    @Nullable
    Line next() throws IOException {
        var json = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (true) {
            int next = body.read();
            boolean isEnd = next < 0 || next == '\n';
            if (isEnd) {
                number++;
                if (tooLong) {
                    return new Line(number, null);
                }
                if (!json.toString(StandardCharsets.ISO_8859_1).isBlank()) {
                    return new Line(number, json.toByteArray());
                }
                if (next < 0) {
                    return null;
                }
                json.reset();
            } else if (json.size() < longest) {
                json.write(next);
            } else {
                tooLong = true;
            }
        }
    }
}
