/**
 * Takes a message apart as real mail clients write it: texts, papers, whoever it was forwarded from, and whether a
 * machine sent it. Decides nothing.
 */
@NullMarked
package org.appel.applications.mailbox.mime;

import org.jspecify.annotations.NullMarked;
