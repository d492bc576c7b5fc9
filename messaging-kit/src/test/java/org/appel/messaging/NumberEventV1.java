package org.appel.messaging;

/** What the kit's tests tell each other: numbers, counted per series. */
sealed interface NumberEventV1 {

    @EventType("org.appel.NumberCounted.v1")
    record NumberCountedV1(String series, int number) implements NumberEventV1 {}

    @EventType("org.appel.SeriesEnded.v1")
    record SeriesEndedV1(String series) implements NumberEventV1 {}
}
