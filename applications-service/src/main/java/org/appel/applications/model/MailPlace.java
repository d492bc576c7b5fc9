package org.appel.applications.model;

/**
 * Where a mail was read. No two mails share a place (RFC 9051, 2.3.1.1), unless a mailbox was
 * set up again with the same numbering.
 *
 * @param mailbox name of the mailbox in the settings
 */
public record MailPlace(String mailbox, String folder, long uidValidity, long uid) {}
