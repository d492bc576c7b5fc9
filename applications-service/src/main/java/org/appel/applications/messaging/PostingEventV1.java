package org.appel.applications.messaging;

/** The events of topic {@code postings}, with the properties that this service needs. */
public sealed interface PostingEventV1
        permits PostingPublishedV1, PostingAmendedV1, PostingWithdrawnV1, DeadlinePassedV1 {
    String TOPIC = "postings";
}
