/**
 * What the public and the job boards read: open postings in lists, and each posting that was ever published.
 *
 * <p>{@code KeptRoute} gives out answers that are kept, {@code BoardResource} those that must be made first; both by the
 * rules of {@code Reply}. A posting whose deadline has passed is closed here from that instant on, whether the watch has run or not.
 */
@NullMarked
package org.appel.postings.board;

import org.jspecify.annotations.NullMarked;
