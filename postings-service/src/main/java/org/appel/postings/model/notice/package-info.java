/**
 * Reads a notice as an organisation publishes it, in French or English prose, into the fields of a {@link
 * org.appel.postings.model.JobAd}.
 *
 * <p>Careful before complete: what is said in two ways, or might be meant otherwise, is named as a {@link
 * org.appel.postings.model.notice.Doubt} and left out; what is not said is left out. Every field that is filled comes with
 * the words from which it was read.
 */
@NullMarked
package org.appel.postings.model.notice;

import org.jspecify.annotations.NullMarked;
