package org.appel.applications.messaging;

import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.messaging.EventType;
import org.appel.testing.Contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class EventContractsTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Stream<Arguments> sent() {
        return examples(Stream.of(
                ApplicationReceivedV1.class,
                ApplicationAdvancedV1.class,
                ApplicationErasedV1.class,
                ApplicationWithdrawnV1.class,
                LinkRequestedV1.class,
                MessageDeclinedV1.class,
                RetentionEndingV1.class,
                IntakeClosedV1.class));
    }

    static Stream<Arguments> read() {
        return examples(Stream.concat(
                Stream.of(PostingEventV1.class.getPermittedSubclasses()),
                Stream.of(NotificationEventV1.class.getPermittedSubclasses())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("sent")
    void a_record_that_is_sent_is_exactly_its_example(String type, String example, Class<?> wireRecord)
            throws JsonProcessingException {
        // Given
        var told = JSON.readValue(Contracts.example(type, example), wireRecord);

        // When
        var json = JSON.writeValueAsString(told);

        // Then
        Contracts.assertEqualsExample(type, example, json);
        Contracts.assertValid(type, json);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("read")
    void every_example_of_others_can_be_read(String type, String example, Class<?> wireRecord)
            throws JsonProcessingException {
        // Given
        var json = Contracts.example(type, example);

        // When
        var read = JSON.readValue(json, wireRecord);

        // Then
        var id = JSON.readTree(json).path("postingId").asText();
        assertThat(read.toString()).contains("postingId=" + id);
    }

    private static Stream<Arguments> examples(Stream<Class<?>> records) {
        return records.flatMap(wireRecord -> {
            var type = wireRecord.getAnnotation(EventType.class).value();
            return Contracts.examples(type).keySet().stream().map(name -> arguments(type, name, wireRecord));
        });
    }
}
