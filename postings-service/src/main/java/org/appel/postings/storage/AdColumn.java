package org.appel.postings.storage;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Deadline;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Start;

/** A notice as JSON in the database. This form is the service's own: no other program reads it. */
@Converter
@Immutable
class AdColumn implements AttributeConverter<JobAd, String> {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // A row that a newer version wrote is read by an older one during a roll-back.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Start.class, StartShapes.class)
            .addMixIn(Deadline.class, DeadlineShapes.class)
            .build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable JobAd ad) {
        try {
            return ad == null ? null : MAPPER.writeValueAsString(ad);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The notice cannot be written as JSON", e);
        }
    }

    @Override
    public @Nullable JobAd convertToEntityAttribute(@Nullable String json) {
        try {
            return json == null ? null : MAPPER.readValue(json, JobAd.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The stored notice cannot be read", e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Start.OnDate.class, name = "date"),
        @JsonSubTypes.Type(value = Start.InMonth.class, name = "month"),
        @JsonSubTypes.Type(value = Start.AsSoonAsPossible.class, name = "asap")
    })
    private interface StartShapes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Deadline.Printed.class, name = "printed"),
        @JsonSubTypes.Type(value = Deadline.None.class, name = "none")
    })
    private interface DeadlineShapes {}
}
