/**
 * Open postings in the formats that readers, boards and search engines fetch: schema.org JSON-LD, JSON Feed, Atom, RSS,
 * the XML of Indeed and LinkedIn, sitemaps.
 *
 * <p>What a format must have and a notice does not say is never made up: the posting is left out of that feed, and its
 * team is told why. Nothing is written here.
 */
@NullMarked
package org.appel.postings.feed;

import org.jspecify.annotations.NullMarked;
