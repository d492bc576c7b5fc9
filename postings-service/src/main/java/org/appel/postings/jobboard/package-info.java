/**
 * Job boards that are registered by name, and how much each caller may ask in a minute.
 *
 * <p>What boards read is in {@code board} and {@code changes}; nothing here decides what they may see.
 */
@NullMarked
package org.appel.postings.jobboard;

import org.jspecify.annotations.NullMarked;
