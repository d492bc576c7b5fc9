package org.appel.inspection;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What came of a look into a document. */
public sealed interface Inspection {

    /**
     * The document is whole and can be read.
     *
     * @param size in bytes, of the file that was read; of the copy, where one was written
     * @param text the first 20 000 characters; null if it was not wished for, or could not be told from a document that is
     *     sound otherwise; empty for one of pictures
     * @param metadata empty if it was not wished for; at most {@code title}, {@code author}, {@code language},
     *     {@code created}, {@code modified} (RFC 3339), {@code application} and {@code pages}, each of at most 500
     *     characters, and only where the document says them. Written by a stranger, and personal
     */
    record Sound(Format format, long size, @Nullable String text, Map<String, String> metadata) implements Inspection {

        public Sound {
            metadata = Map.copyOf(metadata);
        }

        /** Tells nothing of the content, which is a candidate's. */
        @Override
        public String toString() {
            return "Sound[format=" + format + ", size=" + size + "]";
        }
    }

    /**
     * The document is empty, encrypted, broken, hostile, or of no format that is taken; sending it again as it is will not
     * help.
     *
     * @param why to the candidate: an English sentence without a full stop, which quotes nothing of the content
     */
    record Unfit(String why) implements Inspection {}

    /**
     * Nothing is known of the document: no process could be had in time, or the inspector is closed. Later may be better.
     *
     * @param why to whoever operates the service; says nothing of the document
     */
    record Unready(String why) implements Inspection {}
}
