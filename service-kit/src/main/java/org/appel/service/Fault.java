package org.appel.service;

/**
 * One thing that is wrong with a request's body.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the body as a whole
 * @param detail what is wrong, in a sentence that helps to mend it
 */
public record Fault(String pointer, String detail) {}
