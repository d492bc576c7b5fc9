package org.appel.notification.messaging;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/** The events of topic {@code postings} that are read here, each with no more fields than are needed. */
public sealed interface PostingEventV1 {

    /** Common to the two events that bring a posting's full state. */
    sealed interface FullState permits PostingPublishedV1, PostingAmendedV1 {

        UUID postingId();

        int version();

        int deadlineVersion();

        String organisation();

        String organisationName();

        @Nullable
        String reference();

        String originalLanguage();

        Map<String, TextV1> texts();

        @Nullable
        DeadlineV1 deadline();

        @Nullable
        Instant closesAt();

        @Nullable
        ApplyV1 apply();

        @Nullable
        List<String> selection();
    }

    /** A posting has been opened to applicants. */
    @EventType("org.appel.PostingPublished.v1")
    record PostingPublishedV1(
            UUID postingId,
            int version,
            int deadlineVersion,
            String organisation,
            String organisationName,
            @Nullable String reference,
            String originalLanguage,
            Map<String, TextV1> texts,
            @Nullable DeadlineV1 deadline,
            @Nullable Instant closesAt,
            @Nullable ApplyV1 apply,
            @Nullable List<String> selection)
            implements PostingEventV1, FullState {}

    /** An open posting has changed, or a closed one has been reopened. */
    @EventType("org.appel.PostingAmended.v1")
    record PostingAmendedV1(
            UUID postingId,
            int version,
            int deadlineVersion,
            String organisation,
            String organisationName,
            @Nullable String reference,
            String originalLanguage,
            Map<String, TextV1> texts,
            @Nullable DeadlineV1 deadline,
            @Nullable Instant closesAt,
            @Nullable ApplyV1 apply,
            @Nullable List<String> selection)
            implements PostingEventV1, FullState {}

    /** A posting has been taken back. */
    @EventType("org.appel.PostingWithdrawn.v1")
    record PostingWithdrawnV1(UUID postingId, int version) implements PostingEventV1 {}

    /** A deadline has passed and the posting is closed. */
    @EventType("org.appel.DeadlinePassed.v1")
    record DeadlinePassedV1(UUID postingId, int version, int deadlineVersion) implements PostingEventV1 {}

    /**
     * A job board's webhook is no longer called, and its owner is to be told.
     *
     * @param failingSince null if there was no failure before the last answer
     */
    @EventType("org.appel.WebhookDisabled.v1")
    record WebhookDisabledV1(
            UUID webhookId, String reason, @Nullable Instant failingSince, Instant disabledAt)
            implements PostingEventV1 {}

    /** The posting in one language. */
    record TextV1(String title) {}

    /** {@code zone} is null when the posting is open until filled. */
    record DeadlineV1(@Nullable ZoneId zone, @Nullable String wording) {}

    /** {@code email} is null when applications are not taken by mail. */
    record ApplyV1(@Nullable EmailV1 email) {}

    /** Where applications go by mail. */
    record EmailV1(String address) {}
}
