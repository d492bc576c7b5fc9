/**
 * What a text says whatever its words: dates, times, amounts, money, addresses and places, in French and English above all.
 */
@NullMarked
package org.appel.postings.model.facts;

import org.jspecify.annotations.NullMarked;
