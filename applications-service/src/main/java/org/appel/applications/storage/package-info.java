/**
 * The database, and what is encrypted in it: known postings, applications with their sealed persons and documents,
 * the ledger, the answers by idempotency key. Panache and SQL stay in here, and so do all keys.
 */
@NullMarked
package org.appel.applications.storage;

import org.jspecify.annotations.NullMarked;
