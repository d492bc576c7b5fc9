package org.appel.postings.feed;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.appel.postings.messaging.NoticeHtml;
import org.appel.postings.messaging.PlainTitle;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.LanguageVersion;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Place;
import org.appel.postings.model.Posting.Open;
import org.appel.postings.storage.FeedPosition;

/**
 * An open posting as a feed shows it, in one of its languages.
 *
 * @param updated when what the public is shown of it was changed last
 * @param id its permanent name: an address that stays the same whatever changes
 * @param page its page for people, in the entry's language where there is one
 * @param alternates its pages by language, for each language of the notice that has pages
 */
record FeedEntry(
        Open posting,
        Organisation publisher,
        LanguageVersion version,
        Instant updated,
        URI id,
        URI page,
        Map<String, URI> alternates) {

    FeedEntry {
        alternates = Collections.unmodifiableMap(new LinkedHashMap<>(alternates));
    }

    JobAd ad() {
        return posting.ad();
    }

    String language() {
        return version.language();
    }

    FeedPosition position() {
        return new FeedPosition(
                posting.publication().publishedAt(), posting.id().value());
    }

    /** As the notice has it. */
    String title() {
        return version.text().title();
    }

    /** As boards ask for it: without grade, number and place. */
    String plainTitle() {
        return PlainTitle.of(ad(), version.text());
    }

    /** The whole text. */
    String html() {
        return NoticeHtml.of(version.text());
    }

    /** The organisation's name in the entry's language. */
    String publisherName() {
        return publisher.nameIn(language());
    }

    /** The last second in which applications are taken, as the clocks there show it; null when open until filled. */
    @Nullable
    OffsetDateTime lastSecond() {
        return posting.closesAt()
                .map(closesAt -> ad().there(closesAt.minus(1, ChronoUnit.SECONDS)))
                .orElse(null);
    }

    /** Where people apply: the posting's page, or the organisation's own where only that takes applications. */
    String applyAt() {
        var apply = ad().apply();
        var url = apply == null || apply.api() || apply.email() != null ? null : apply.url();
        return Objects.requireNonNullElse(url, page.toString());
    }

    /** Whether the work is done from anywhere: no place of it is a duty station. */
    boolean isRemote() {
        return !ad().places().isEmpty()
                && ad().places().stream().allMatch(place -> place.arrangement() == Place.Arrangement.REMOTE);
    }

    /** Places with a country, duty stations before those one may work from. */
    List<Place> placesInACountry() {
        return ad().places().stream()
                .filter(place -> place.country() != null)
                .sorted(Comparator.comparing(place -> place.arrangement() == Place.Arrangement.REMOTE))
                .toList();
    }
}
