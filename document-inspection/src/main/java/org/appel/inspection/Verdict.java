package org.appel.inspection;

/** What a virus scanner says of a file. */
public sealed interface Verdict {

    /** Nothing was found, which is no proof that there is nothing. */
    record Clean() implements Verdict {}

    /** @param signature the scanner's name for what it found */
    record Infected(String signature) implements Verdict {}
}
