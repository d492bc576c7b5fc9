package org.appel.postings.feed;

/**
 * Why a posting cannot be given to a board.
 *
 * @param element of the board's format
 * @param detail a sentence for its hiring team
 */
record Omission(String element, String detail) {}
