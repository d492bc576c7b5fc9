package org.appel.notification.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.notification.model.Acknowledgements;
import org.appel.notification.model.Decline;
import org.appel.notification.model.IntakeCounts;
import org.appel.notification.model.Kind;
import org.appel.notification.model.LetterContent;
import org.appel.notification.model.LetterContent.AccessLink;
import org.appel.notification.model.LetterContent.ApplicationNotice;
import org.appel.notification.model.LetterContent.Document;
import org.appel.notification.model.LetterContent.IntakeSummary;
import org.appel.notification.model.LetterContent.MailAnswer;
import org.appel.notification.model.LetterContent.MailTaken;
import org.appel.notification.model.LetterContent.Missing;
import org.appel.notification.model.LetterContent.RetentionNotice;
import org.appel.notification.model.LetterContent.ToCandidate;
import org.appel.notification.model.LetterContent.Unusable;
import org.appel.notification.model.LetterContent.WebhookNotice;
import org.appel.notification.model.LetterContent.Withdrawal;
import org.appel.notification.model.Occasion.ApplicationArrived;
import org.appel.notification.model.Occasion.ApplicationWithdrawn;
import org.appel.notification.model.Occasion.IntakeOver;
import org.appel.notification.model.Occasion.LinkRequested;
import org.appel.notification.model.Occasion.MessageDeclined;
import org.appel.notification.model.Occasion.RetentionEnding;
import org.appel.notification.model.Occasion.WebhookDisabled;
import org.appel.notification.model.Posting;
import org.appel.notification.model.Posting.Deadline;
import org.appel.notification.model.Posting.Progress;
import org.appel.notification.model.WebhookEnd;

/** Invented contents for the preview: nobody and no organisation that exists. */
final class Samples {

    private static final UUID POSTING = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final UUID APPLICATION = UUID.fromString("01990000-0000-7000-8000-000000000002");
    private static final UUID MESSAGE = UUID.fromString("01990000-0000-7000-8000-000000000003");
    private static final UUID WEBHOOK = UUID.fromString("01990000-0000-7000-8000-000000000004");
    private static final Instant CLOSES_AT = Instant.parse("2025-08-03T22:00:00Z");
    private static final Instant RECEIVED_AT = Instant.parse("2025-07-21T12:03:00Z");
    private static final String NAME = "Camille Exemple";
    private static final String LINK = "https://appel.example/my/applications/" + APPLICATION + "#token";
    private static final List<Document> DOCUMENTS =
            List.of(new Document("cover_letter", "lettre.pdf"), new Document("cv", "cv.pdf"));
    private static final List<Unusable> UNUSABLE =
            List.of(new Unusable("cv.pdf", "The PDF is protected by a password"));
    private static final String STANDARD = "standard";

    private Samples() {}

    /** The variants of a kind of letter, the usual one first. */
    static List<String> variants(Kind kind) {
        return List.copyOf(all(kind).keySet());
    }

    /**
     * A letter's contents; empty if there is no such variant.
     *
     * @param variant null for the usual one
     */
    static Optional<LetterContent> of(Kind kind, @Nullable String variant) {
        var all = all(kind);
        return Optional.ofNullable(
                all.get(variant == null ? all.keySet().iterator().next() : variant));
    }

    private static Map<String, LetterContent> all(Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> acknowledgements();
            case MAIL_ANSWER -> answers();
            case HR_NOTICE ->
                standard(new ApplicationNotice(
                        posting(), arrived(1, "api"), "https://appel.example/applications/" + APPLICATION));
            case HR_SUMMARY -> standard(summary());
            case WITHDRAWAL ->
                standard(new Withdrawal(
                        posting(), new ApplicationWithdrawn(APPLICATION, "fr", RECEIVED_AT), NAME, LINK));
            case ACCESS_LINK ->
                standard(
                        new AccessLink(posting(), new LinkRequested(APPLICATION, "fr", RECEIVED_AT), NAME, LINK, true));
            case RETENTION_NOTICE ->
                standard(new RetentionNotice(
                        posting(),
                        new RetentionEnding(APPLICATION, "fr", LocalDate.of(2027, 8, 4), RECEIVED_AT),
                        NAME,
                        LINK));
            case WEBHOOK_DISABLED -> webhooks();
        };
    }

    private static Map<String, LetterContent> webhooks() {
        var all = new LinkedHashMap<String, LetterContent>();
        all.put(WebhookEnd.FAILING.wire(), webhook(WebhookEnd.FAILING, RECEIVED_AT));
        all.put(WebhookEnd.GONE.wire(), webhook(WebhookEnd.GONE, null));
        return all;
    }

    private static WebhookNotice webhook(WebhookEnd end, @Nullable Instant failingSince) {
        return new WebhookNotice(
                new WebhookDisabled(WEBHOOK, end, failingSince, CLOSES_AT),
                "Bourse aux emplois (exemple)",
                "https://jobs.example/hooks/appel");
    }

    private static Map<String, LetterContent> standard(LetterContent content) {
        return Map.of(STANDARD, content);
    }

    private static Map<String, LetterContent> acknowledgements() {
        var all = new LinkedHashMap<String, LetterContent>();
        all.put(STANDARD, acknowledgement(1, Missing.NOTHING));
        all.put("incomplete", acknowledgement(1, new Missing(List.of("cv"), CLOSES_AT)));
        all.put("updated", acknowledgement(2, Missing.NOTHING));
        all.put("address-only", new MailTaken(posting(), arrived(1, "mail")));
        return all;
    }

    private static ToCandidate acknowledgement(int revision, Missing missing) {
        var documents = DOCUMENTS.stream()
                .filter(document -> !missing.kinds().contains(document.kind()))
                .toList();
        var unusable = missing.kinds().isEmpty() ? List.<Unusable>of() : UNUSABLE;
        return new ToCandidate(posting(), arrived(revision, "api"), NAME, documents, true, missing, unusable, LINK);
    }

    private static Map<String, LetterContent> answers() {
        var all = new LinkedHashMap<String, LetterContent>();
        Arrays.stream(Decline.values()).forEach(reason -> all.put(reason.wire(), answer(reason)));
        return all;
    }

    private static MailAnswer answer(Decline reason) {
        var posting = posting();
        return new MailAnswer(
                posting.organisationName(),
                reason == Decline.UNKNOWN_VACANCY ? null : posting,
                new MessageDeclined(MESSAGE, reason, "fr", reason == Decline.LATE ? CLOSES_AT : RECEIVED_AT),
                NAME,
                CLOSES_AT,
                true,
                reason == Decline.UNUSABLE_DOCUMENTS ? UNUSABLE : List.of(),
                reason == Decline.ANSWERED_BY_HR
                        ? "Bonjour,\n\nle poste a été pourvu hier.\nNous gardons votre nom en mémoire.\n\nAlex Exemple"
                        : "");
    }

    private static IntakeSummary summary() {
        var counts = new IntakeCounts(25, 13, 2, 3, Map.of("deadline-passed", 4, "invalid-application", 2), 1);
        return new IntakeSummary(
                posting(),
                new IntakeOver(CLOSES_AT, 12, counts),
                Acknowledgements.of(15, 13, 1, 0),
                CLOSES_AT.plusSeconds(61));
    }

    private static ApplicationArrived arrived(int revision, String door) {
        return new ApplicationArrived(APPLICATION, revision, 12, "fr", door, RECEIVED_AT);
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
