package org.appel.postings.storage;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Gap;

/** What keeps a draft from being published, as JSON in the database. */
@Converter
@Immutable
class GapsColumn implements AttributeConverter<List<Gap>, String> {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Gap>> GAPS = new TypeReference<>() {};

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<Gap> gaps) {
        try {
            return gaps == null ? null : MAPPER.writeValueAsString(gaps);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The gaps cannot be written as JSON", e);
        }
    }

    @Override
    public @Nullable List<Gap> convertToEntityAttribute(@Nullable String json) {
        try {
            return json == null ? null : MAPPER.readValue(json, GAPS);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The stored gaps cannot be read", e);
        }
    }
}
