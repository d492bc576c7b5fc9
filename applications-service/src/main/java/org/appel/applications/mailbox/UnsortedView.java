package org.appel.applications.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.PostingId;
import org.appel.applications.storage.UnsortedMail;

/** A mail that HR has to sort, as a line of a list. */
@Schema(name = "UnsortedMail")
record UnsortedView(
        UUID id,
        @Schema(examples = "\"omct\"") String mailbox,

        @Schema(description = "When the receiving server took it: this decides about the deadline.")
        Instant receivedAt,

        @Schema(description = "Null if the author is unclear.", examples = "\"amina@example.org\"") @Nullable
        String from,

        @Schema(examples = "\"Amina Ben Salah\"") @Nullable String name,

        @Schema(examples = "\"Candidature au poste de chargée de mission\"")
        String subject,

        @Schema(
                description = "Why it was not filed.",
                examples = "\"several-vacancies\"",
                enumeration = {
                    "no-vacancy-named",
                    "several-vacancies",
                    "uncertain",
                    "contradictory",
                    "no-subject",
                    "author-unclear",
                    "author-forged",
                    "author-unproven",
                    "own-address",
                    "forwarded",
                    "no-document",
                    "late-change",
                    "takes-no-mail",
                    "unreadable",
                    "too-large"
                })
        String reason,

        @Schema(description = "The postings that it may be meant for, the likeliest first.")
        List<GuessView> guesses,

        @Schema(description = "Names of the files that came with it.", examples = "[\"CV.pdf\"]")
        List<String> parts) {
    /** @param why as a code, such as {@code half-the-title} */
    @Schema(name = "Guess")
    record GuessView(
            UUID posting,
            @Schema(description = "By language.") Map<String, String> titles,
            @Schema(examples = "\"half-the-title\"") String why) {}

    static UnsortedView of(Tray.Reading reading) {
        var mail = reading.mail();
        var head = mail.head();
        return new UnsortedView(
                mail.id().value(),
                mail.place().mailbox(),
                mail.receivedAt(),
                text(head.from()),
                head.name(),
                head.subject(),
                mail.reason(),
                guesses(mail, reading.titles()),
                head.parts());
    }

    static List<GuessView> guesses(UnsortedMail mail, Map<PostingId, KnownPosting> postings) {
        return mail.guesses().stream()
                .map(guess -> new GuessView(
                        guess.posting().value(),
                        postings.containsKey(guess.posting())
                                ? postings.get(guess.posting()).titles()
                                : Map.of(),
                        guess.why()))
                .toList();
    }

    static @Nullable String text(@Nullable EmailAddress address) {
        return address == null ? null : address.text();
    }

    @Override
    public String toString() {
        return "UnsortedView[" + id + "]";
    }
}
