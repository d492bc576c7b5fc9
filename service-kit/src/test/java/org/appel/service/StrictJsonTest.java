package org.appel.service;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class StrictJsonTest {

    enum Basis {
        @JsonProperty("full-time")
        FULL_TIME,
        @JsonProperty("as-paid")
        AS_PAID
    }

    record Offer(
            @NotBlank String title,
            @Max(100) Integer percent,
            LocalDate from,
            Basis basis,
            Boolean firm,
            List<@Valid Place> places,
            Map<String, @Valid Place> byLanguage) {}

    record Place(@NotBlank String city) {}

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private final StrictJson json = new StrictJson(new ObjectMapper().registerModule(new JavaTimeModule()), VALIDATOR);

    @Test
    void a_sound_body_is_read() {
        // When
        var offer = read("""
                {"title": "Cook", "percent": 80, "from": "2026-04-03", "basis": "as-paid", "firm": true,
                 "places": [{"city": "Tunis"}], "byLanguage": {"fr": {"city": "Genève"}}}""");

        // Then
        assertThat(offer)
                .isEqualTo(new Offer(
                        "Cook",
                        80,
                        LocalDate.of(2026, 4, 3),
                        Basis.AS_PAID,
                        true,
                        List.of(new Place("Tunis")),
                        Map.of("fr", new Place("Genève"))));
    }

    @Test
    void every_fault_is_named_at_once_with_its_place() {
        // When
        var refused = catchThrowableOfType(InvalidBody.class, () -> read("""
                        {"title": " ", "percent": "80", "from": "3 avril 2026", "basis": "hourly", "firm": "yes",
                         "salary": 1, "places": [{"city": "Tunis"}, {"town": "Sfax"}, 7],
                         "byLanguage": {"fr": {"city": ""}}}"""));

        // Then
        assertThat(refused.faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/title",
                        "/percent",
                        "/from",
                        "/basis",
                        "/firm",
                        "/salary",
                        "/places/1/town",
                        "/places/1/city",
                        "/places/2",
                        "/byLanguage/fr/city");
        assertThat(refused.faults())
                .contains(new Fault("/basis", "hourly is not one of full-time, as-paid"))
                .contains(new Fault("/from", "3 avril 2026 is not a date such as 2026-04-03"))
                .contains(new Fault("/percent", "A whole number is expected"));
    }

    @Test
    void numbers_are_not_bent_into_texts_nor_cut_into_whole_ones() {
        // When
        var refused =
                catchThrowableOfType(InvalidBody.class, () -> read("{\"title\": 12, \"percent\": 79.5, \"firm\": 1}"));

        // Then
        assertThat(refused.faults()).extracting(Fault::pointer).contains("/title", "/percent", "/firm");
    }

    @Test
    void what_no_database_and_no_event_can_hold_is_refused_where_it_stands() {
        // When
        var refused = catchThrowableOfType(InvalidBody.class, () -> read("""
                        {"title": "Co\\u0000ok", "places": [{"city": "Tunis"}, {"city": "\\ud83d"}],
                         "byLanguage": {"fr": {"city": "\\ud83d\\ude00"}}}"""));

        // Then
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/title", "/places/1/city");
    }

    @Test
    void a_property_that_stands_twice_is_refused() {
        assertThatThrownBy(() -> read("{\"title\": \"Cook\", \"title\": \"Baker\"}"))
                .isInstanceOfSatisfying(
                        HttpProblem.class, p -> assertThat(p.getStatusCode()).isEqualTo(400));
    }

    @Test
    void what_is_no_json_is_refused_with_the_place_where_it_ends_to_be() {
        assertThatThrownBy(() -> read("{\"title\": \"Cook\",")).isInstanceOfSatisfying(HttpProblem.class, p -> {
            assertThat(p.getStatusCode()).isEqualTo(400);
            assertThat(p.getDetail()).contains("line 1");
        });
    }

    @Test
    void null_and_nothing_are_no_body() {
        assertThatThrownBy(() -> read("null")).isInstanceOf(InvalidBody.class);
        assertThatThrownBy(() -> read("")).isInstanceOfAny(InvalidBody.class, HttpProblem.class);
        assertThatThrownBy(() -> read("[]")).isInstanceOf(InvalidBody.class);
    }

    @Test
    void pointers_begin_where_the_part_stands_in_the_request() {
        // When
        var refused = catchThrowableOfType(
                InvalidBody.class, () -> json.read("{}".getBytes(StandardCharsets.UTF_8), Offer.class, "/application"));

        // Then
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/application/title");
    }

    private Offer read(String body) {
        return json.read(body.getBytes(StandardCharsets.UTF_8), Offer.class);
    }
}
