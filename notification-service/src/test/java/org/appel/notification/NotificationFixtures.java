package org.appel.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.notification.model.Attempt;
import org.appel.notification.model.Delivered;
import org.appel.notification.model.Kind;
import org.appel.notification.model.MessageId;
import org.appel.notification.model.NotificationId;
import org.appel.notification.model.Occasion;
import org.appel.notification.model.Occasion.ApplicationArrived;
import org.appel.notification.model.OwedMail;
import org.appel.notification.model.Posting;
import org.appel.notification.model.Posting.Deadline;
import org.appel.notification.model.Posting.Progress;

/** Things that tests talk about, with fixed ids and a fixed time. */
public final class NotificationFixtures {

    public static final Instant NOW = Instant.parse("2025-07-21T14:03:27Z");
    public static final UUID POSTING = UUID.fromString("0197edea-a3b8-767c-9c11-386ef552ddd0");
    public static final UUID APPLICATION = UUID.fromString("01982d4b-ed9e-7c98-ace3-8f3e86479111");
    public static final UUID EVENT = UUID.fromString("01982d4b-edee-7d1c-a9a1-0b4f6f1c2d3e");
    public static final String TITLE = "Chargé·e protection de l’espace civique (Tunisie/UE)";

    private NotificationFixtures() {}

    /** The posting of the OMCT in Brussels, open until 3 August 2025. */
    public static Posting anOpenPosting() {
        return aPosting(Map.of("fr", TITLE, "en", "Civic space protection officer (Tunisia/EU)"), brusselsDeadline());
    }

    public static Posting aPosting(Map<String, String> titles, @Nullable Deadline deadline) {
        return new Posting(
                POSTING,
                1,
                1,
                "omct",
                "Organisation mondiale contre la torture (OMCT)",
                "OMCT-2025-07",
                titles.keySet().stream().sorted().reduce((one, other) -> other).orElseThrow(),
                titles,
                deadline,
                "applications@omct.org",
                List.of("written-test", "panel-interview"),
                Progress.OPEN);
    }

    public static Deadline brusselsDeadline() {
        return new Deadline(
                Instant.parse("2025-08-03T22:00:00Z"), ZoneId.of("Europe/Brussels"), "au plus tard le 03 aout 2025");
    }

    public static ApplicationArrived aFirstApplication() {
        return new ApplicationArrived(APPLICATION, 1, 12, "fr", "api", NOW);
    }

    public static ApplicationArrived anUpdate() {
        return new ApplicationArrived(APPLICATION, 2, 12, "fr", "api", NOW);
    }

    public static Attempt aFirstAttempt() {
        return anAttempt(0, 0, null);
    }

    public static Attempt anAttempt(int refusals, int postponements, @Nullable Instant refusedSince) {
        return new Attempt(
                anOwed(Kind.ACKNOWLEDGEMENT, aFirstApplication()),
                MessageId.of(EVENT, Kind.ACKNOWLEDGEMENT, "appel.example"),
                1,
                false,
                refusals,
                postponements,
                refusedSince,
                Delivered.NONE);
    }

    public static OwedMail anOwed(Kind kind, Occasion occasion) {
        return new OwedMail(
                new NotificationId(UUID.fromString("01982d4b-edf0-7502-9284-4f440d03e64f")),
                kind,
                EVENT,
                POSTING,
                "omct",
                occasion);
    }
}
