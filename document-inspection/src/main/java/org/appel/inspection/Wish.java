package org.appel.inspection;

/** What is asked of a document beside whether it is sound. */
public enum Wish {
    /** The first 20 000 characters of its text. */
    TEXT,
    /** What it tells of itself: see {@link Inspection.Sound#metadata()}. */
    METADATA
}
