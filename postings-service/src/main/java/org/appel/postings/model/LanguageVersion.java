package org.appel.postings.model;

/**
 * A notice in one of its languages.
 *
 * @param language ISO 639-1 code
 */
public record LanguageVersion(String language, Text text) {}
