/**
 * Gives postings to ReliefWeb, those that their teams want there: makes the job document, sends it when something has
 * changed, closes it again, and keeps what ReliefWeb answered.
 *
 * <p>What a document must have and nobody has said is never made up. The key is in no log, answer or table.
 */
@NullMarked
package org.appel.postings.reliefweb;

import org.jspecify.annotations.NullMarked;
