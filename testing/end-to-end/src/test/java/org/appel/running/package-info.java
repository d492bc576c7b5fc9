/**
 * The whole system while it runs, as the promises' tests use it: organisations, postings, applicants, mails, records.
 *
 * <p>Everything here goes through the doors that users have, HTTP, Kafka and mail; only what must be shown of the
 * tables looks into a database.
 */
@NullMarked
package org.appel.running;

import org.jspecify.annotations.NullMarked;
