package org.appel.applications.knownposting;

import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

import org.appel.applications.messaging.ApplyV1;
import org.appel.applications.messaging.DeadlinePassedV1;
import org.appel.applications.messaging.PostingAmendedV1;
import org.appel.applications.messaging.PostingEventV1;
import org.appel.applications.messaging.PostingPublishedV1;
import org.appel.applications.messaging.PostingStateV1;
import org.appel.applications.messaging.PostingWithdrawnV1;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.LatePolicy;
import org.appel.applications.model.PostingId;
import org.appel.applications.storage.KnownOrganisations;
import org.appel.applications.storage.KnownPostings;
import org.appel.messaging.Envelope;
import org.appel.messaging.EventHandler;
import org.appel.messaging.Inbox;
import org.appel.messaging.SkippedEvents;

/**
 * Reads topic {@code postings}. Content, withdrawal and passed deadlines are kept apart, each of them moving only
 * forward, so that the outcome does not depend on the order in which events are read.
 */
@ApplicationScoped
public class PostingEventReader implements EventHandler {
    private static final ApplyV1 NO_WAY_TO_APPLY = new ApplyV1(false, null, null, null, null);

    private final Inbox inbox;
    private final SkippedEvents skipped;
    private final KnownPostings postings;
    private final KnownOrganisations organisations;

    PostingEventReader(Inbox inbox, SkippedEvents skipped, KnownPostings postings, KnownOrganisations organisations) {
        this.inbox = inbox;
        this.skipped = skipped;
        this.postings = postings;
        this.organisations = organisations;
    }

    @Incoming(PostingEventV1.TOPIC)
    Flow.Subscriber<Message<byte[]>> reader() {
        return inbox.reader(this);
    }

    @Override
    public String topic() {
        return PostingEventV1.TOPIC;
    }

    @Override
    public void handle(Envelope envelope) {
        envelope.as(PostingEventV1.class)
                .ifPresentOrElse(this::apply, () -> skipped.count(envelope.topic(), envelope.type()));
    }

    private void apply(PostingEventV1 event) {
        switch (event) {
            case PostingPublishedV1 published -> learn(published.state());
            case PostingAmendedV1 amended -> learn(amended.state());
            case PostingWithdrawnV1 withdrawn ->
                postings.withdraw(
                        new PostingId(withdrawn.postingId()), withdrawn.organisation(), withdrawn.withdrawnAt());
            case DeadlinePassedV1 passed ->
                postings.deadlinePassed(
                        new PostingId(passed.postingId()),
                        passed.organisation(),
                        passed.deadlineVersion(),
                        passed.closesAt());
        }
    }

    private void learn(PostingStateV1 state) {
        postings.learn(known(state));
        organisations.learn(state.organisation(), state.organisationName());
    }

    private static KnownPosting known(PostingStateV1 state) {
        var deadline = state.deadline();
        var apply = state.apply() == null ? NO_WAY_TO_APPLY : state.apply();
        var email = apply.email();
        return new KnownPosting(
                new PostingId(state.postingId()),
                state.organisation(),
                state.version(),
                false,
                state.reference(),
                state.texts().entrySet().stream()
                        .collect(Collectors.toMap(
                                text -> text.getKey(), text -> text.getValue().title())),
                apply.api(),
                email != null,
                email != null,
                email == null ? null : EmailAddress.of(email.address()).orElse(null),
                email == null ? null : email.subject(),
                state.publishedAt(),
                state.closesAt(),
                deadline == null ? null : deadline.zone(),
                state.deadlineVersion(),
                0,
                late(apply.late()),
                documents(apply),
                Boolean.TRUE.equals(apply.protectCandidates()),
                state.retentionMonths());
    }

    private static List<DocumentKind> documents(ApplyV1 apply) {
        List<String> kinds = apply.documents() == null ? List.of() : apply.documents();
        return kinds.stream().map(DocumentKind::new).toList();
    }

    /** A policy that this release does not know does nothing: then late ones are refused. */
    private static LatePolicy late(ApplyV1.@Nullable LateV1 late) {
        return late == null || !LatePolicy.CODES.contains(late.policy())
                ? new LatePolicy.Refuse()
                : LatePolicy.of(late.policy(), late.graceMinutes());
    }
}
