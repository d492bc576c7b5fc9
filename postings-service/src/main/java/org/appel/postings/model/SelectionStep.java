package org.appel.postings.model;

/** A step by which candidates are chosen. */
public enum SelectionStep implements Coded {
    WRITTEN_TEST,
    PANEL_INTERVIEW
}
