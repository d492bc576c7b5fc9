package org.appel.postings.model;

/**
 * One reason why a notice cannot be published as it is: something missing, or two things that contradict each other.
 *
 * @param pointer RFC 6901 pointer to the place in the notice's JSON
 * @param detail a sentence for the person who writes the notice
 */
public record Gap(String pointer, String detail) {}
