/**
 * The careers site: pages for people, in French and English, made here and usable without a script.
 *
 * <p>What a page shows is put in words here; where it comes from is asked of {@code storage}. Pages load nothing from
 * elsewhere, set no cookie and tell nobody who looks at them. No rule about postings belongs in here.
 */
@NullMarked
package org.appel.postings.careers;

import org.jspecify.annotations.NullMarked;
