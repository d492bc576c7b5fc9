package org.appel.applications.mailbox.imap;

/**
 * Where a message lies in a mailbox.
 *
 * @param folder as the settings name it
 * @param uidValidity with {@code uid} names it within the folder (RFC 9051, 2.3.1.1)
 */
public record Place(String folder, long uidValidity, long uid) {}
