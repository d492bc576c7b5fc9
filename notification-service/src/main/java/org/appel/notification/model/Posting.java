package org.appel.notification.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What this service knows of a posting.
 *
 * @param version of the posting; a higher one replaces a lower one
 * @param deadlineVersion counts the deadlines that the posting has had
 * @param organisation short name
 * @param organisationName as it signs
 * @param reference the organisation's own number for the post; null if it has none
 * @param originalLanguage ISO 639-1 code of the language it was written in
 * @param titles by ISO 639-1 code; has one in the original language
 * @param deadline null if it is open until filled
 * @param applyAddress where candidates may write to; null if nowhere
 * @param selection the steps of the selection, in order, such as {@code written-test}
 */
public record Posting(
        UUID id,
        int version,
        int deadlineVersion,
        String organisation,
        String organisationName,
        @Nullable String reference,
        String originalLanguage,
        Map<String, String> titles,
        @Nullable Deadline deadline,
        @Nullable String applyAddress,
        List<String> selection,
        Progress progress) {

    /** Whether it takes applications. */
    public enum Progress {
        OPEN,
        CLOSED,
        WITHDRAWN
    }

    /**
     * Until when applications are taken.
     *
     * @param closesAt the first instant after it
     * @param zone of the place of work, in which it is shown
     * @param wording the notice's words; null if there are none
     */
    public record Deadline(
            Instant closesAt, ZoneId zone, @Nullable String wording) {}

    /** @throws IllegalArgumentException if there is no title at all */
    public Posting {
        if (titles.isEmpty()) {
            throw new IllegalArgumentException("A posting has a title");
        }
        titles = Map.copyOf(titles);
        selection = List.copyOf(selection);
    }

    /** Its title in this language, else in its original one. */
    public String titleIn(Language language) {
        var original =
                titles.getOrDefault(originalLanguage, titles.values().iterator().next());
        return titles.getOrDefault(language.code(), original);
    }

    /** The zone in which moments are shown; UTC for a posting without deadline, which has no place of its own. */
    public ZoneId zone() {
        return deadline == null ? ZoneOffset.UTC : deadline.zone();
    }

    /** Whether a person who applies at this moment would still be in time. */
    public boolean takesApplicationsAt(Instant moment) {
        return progress == Progress.OPEN && (deadline == null || moment.isBefore(deadline.closesAt()));
    }
}
