package org.appel.postings.model.notice;

/**
 * From which words a field was read.
 *
 * @param pointer RFC 6901 pointer to the field in the notice's JSON
 * @param words of the notice
 */
public record Finding(String pointer, String words) {}
