package org.appel.applications.model;

/**
 * One thing wrong with an application.
 *
 * @param pointer where, as RFC 6901, such as {@code /application/email} or {@code /documents/cv}
 * @param detail what is wrong and what to do about it; never what the candidate wrote
 */
public record Flaw(String pointer, String detail) {}
