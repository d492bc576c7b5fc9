package org.appel.notification.letters;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.appel.notification.model.Acknowledgements;
import org.appel.notification.model.IntakeCounts;
import org.appel.notification.model.Kind;
import org.appel.notification.model.LetterContent;
import org.appel.notification.model.LetterContent.ApplicationNotice;
import org.appel.notification.model.LetterContent.Document;
import org.appel.notification.model.LetterContent.IntakeSummary;
import org.appel.notification.model.LetterContent.ToCandidate;
import org.appel.notification.model.Occasion.ApplicationArrived;
import org.appel.notification.model.Occasion.IntakeOver;
import org.appel.notification.model.Posting;
import org.appel.notification.model.Posting.Deadline;
import org.appel.notification.model.Posting.Progress;

/** Invented contents for the preview: nobody and no organisation that exists. */
final class Samples {

    private static final UUID POSTING = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final UUID APPLICATION = UUID.fromString("01990000-0000-7000-8000-000000000002");
    private static final Instant CLOSES_AT = Instant.parse("2025-08-03T22:00:00Z");
    private static final Instant RECEIVED_AT = Instant.parse("2025-07-21T12:03:00Z");

    private Samples() {}

    static LetterContent of(Kind kind) {
        var arrived = new ApplicationArrived(APPLICATION, 1, 12, "fr", "api", RECEIVED_AT);
        return switch (kind) {
            case ACKNOWLEDGEMENT ->
                new ToCandidate(
                        posting(),
                        arrived,
                        "Camille Exemple",
                        List.of(new Document("cover_letter", "lettre.pdf"), new Document("cv", "cv.pdf")),
                        true);
            case HR_NOTICE ->
                new ApplicationNotice(posting(), arrived, "https://appel.example/applications/" + APPLICATION);
            case HR_SUMMARY ->
                new IntakeSummary(
                        posting(),
                        new IntakeOver(
                                CLOSES_AT,
                                12,
                                new IntakeCounts(
                                        25, 13, 2, 3, Map.of("deadline-passed", 4, "invalid-application", 2), 1)),
                        Acknowledgements.of(15, 13, 1, 0),
                        CLOSES_AT.plusSeconds(61));
        };
    }

    private static Posting posting() {
        return new Posting(
                POSTING,
                1,
                1,
                "exemple",
                "Organisation Exemple (OE)",
                "OE-2025-07",
                "fr",
                Map.of("fr", "Chargé·e de programme (exemple)", "en", "Programme officer (example)"),
                new Deadline(CLOSES_AT, ZoneId.of("Europe/Brussels"), null),
                "candidatures@appel.example",
                List.of("written-test", "panel-interview"),
                Progress.OPEN);
    }
}
