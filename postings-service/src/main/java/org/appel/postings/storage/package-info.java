/**
 * Postings and organisations in PostgreSQL: rows, and the repositories that turn them into the model and back.
 *
 * <p>Panache, SQL and the stored form of a notice stay in here. Nothing here decides a rule or tells an event.
 */
@NullMarked
package org.appel.postings.storage;

import org.jspecify.annotations.NullMarked;
