package org.appel.applications.mailbox.imap;

/** What lets us into a mailbox. */
sealed interface Credentials {
    /** The server did not take it: what can be had anew is had anew. */
    default void refused() {}

    /** A password, which only people can renew. */
    record Password(String value) implements Credentials {
        @Override
        public String toString() {
            return "Password[…]";
        }
    }

    /** A token that is fetched from its issuer, and lives for an hour or so. */
    non-sealed interface Bearer extends Credentials {
        /**
         * One that is good for some minutes more.
         *
         * @throws Away if the issuer gives none
         */
        String token() throws Away;
    }
}
