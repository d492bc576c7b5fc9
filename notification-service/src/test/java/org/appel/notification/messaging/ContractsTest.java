package org.appel.notification.messaging;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.messaging.EventType;
import org.appel.testing.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

class ContractsTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final UUID ID = UUID.fromString("01982d4b-edf0-7502-9284-4f440d03e64f");
    private static final UUID SUMMARY_ID = UUID.fromString("0198b8c4-302c-7f26-8e88-f5ae315c0cdc");
    private static final UUID ANSWER_ID = UUID.fromString("01982d4b-f2a8-7b61-8c3d-92e4f1a05b77");
    private static final UUID POSTING = UUID.fromString("0197edea-a3b8-767c-9c11-386ef552ddd0");
    private static final UUID APPLICATION = UUID.fromString("01982d4b-ed9e-7c98-ace3-8f3e86479111");

    static Stream<Class<?>> everyEventThatIsRead() {
        return Stream.of(PostingEventV1.class, ApplicationEventV1.class)
                .flatMap(events -> Stream.of(events.getPermittedSubclasses()));
    }

    static Stream<Arguments> everyExampleThatIsRead() {
        return everyEventThatIsRead().flatMap(type -> Contracts.examples(name(type)).values().stream()
                .map(example -> Arguments.of(type, example)));
    }

    static Stream<Arguments> everyExampleThatIsWritten() {
        var sentAt = Instant.parse("2025-07-21T14:03:28.020411Z");
        return Stream.of(
                Arguments.of(
                        "fullest",
                        new NotificationSentV1(ID, "acknowledgement", POSTING, APPLICATION, 1, sentAt, null)),
                Arguments.of(
                        "smallest",
                        new NotificationSentV1(
                                SUMMARY_ID,
                                "hr-summary",
                                POSTING,
                                null,
                                null,
                                Instant.parse("2025-08-17T16:02:03Z"),
                                null)),
                Arguments.of(
                        "fullest",
                        new NotificationFailedV1(
                                ID, "acknowledgement", POSTING, APPLICATION, 1, sentAt, "rejected-5xx", null)),
                Arguments.of(
                        "smallest",
                        new NotificationFailedV1(
                                SUMMARY_ID,
                                "hr-summary",
                                POSTING,
                                null,
                                null,
                                Instant.parse("2025-08-20T16:02:03Z"),
                                "gave-up",
                                null)),
                Arguments.of(
                        "by-message",
                        new NotificationSentV1(
                                ANSWER_ID,
                                "mail-answer",
                                POSTING,
                                null,
                                null,
                                Instant.parse("2025-08-03T22:00:04.120933Z"),
                                UUID.fromString("01982d4b-d1f3-7a4e-b6c0-5f0d8a2e7c31"))),
                Arguments.of(
                        "by-message",
                        new NotificationFailedV1(
                                ANSWER_ID,
                                "mail-answer",
                                null,
                                null,
                                null,
                                Instant.parse("2025-07-13T06:30:02.5Z"),
                                "recipient-erased",
                                UUID.fromString("019803c2-6a10-7d55-9e1b-0c4f6b7a8d92"))));
    }

    @ParameterizedTest
    @MethodSource("everyExampleThatIsRead")
    void every_example_of_an_event_can_be_read(Class<?> type, String example) throws JsonProcessingException {
        // When
        var read = JSON.readValue(example, type);

        // Then
        assertThat(read)
                .hasNoNullFieldsOrPropertiesExcept(
                        "reference",
                        "deadline",
                        "closesAt",
                        "apply",
                        "selection",
                        "unanswered",
                        "postingId",
                        "failingSince");
    }

    @ParameterizedTest
    @MethodSource("everyExampleThatIsWritten")
    void what_is_written_is_exactly_the_example(String example, Object event) throws JsonProcessingException {
        // When
        var written = JSON.writeValueAsString(event);

        // Then
        Contracts.assertEqualsExample(name(event.getClass()), example, written);
        Contracts.assertValid(name(event.getClass()), written);
    }

    private static String name(Class<?> type) {
        return type.getAnnotation(EventType.class).value();
    }
}
