package org.appel.postings.model.notice;

/**
 * Something that the notice says and that somebody has to decide.
 *
 * @param pointer RFC 6901 pointer to the field in the notice's JSON
 * @param detail a sentence for the person who decides
 * @param words of the notice
 */
public record Doubt(String pointer, String detail, String words) {}
