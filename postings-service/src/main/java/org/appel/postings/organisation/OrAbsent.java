package org.appel.postings.organisation;

import java.io.IOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import org.jspecify.annotations.Nullable;

/** Tells what a body says to be null, which is empty, from what it does not speak of, which is null. */
class OrAbsent extends JsonDeserializer<Optional<?>> implements ContextualDeserializer {

    private final @Nullable JsonDeserializer<?> ofValue;

    /** For Jackson, which then asks for one that knows its property. */
    OrAbsent() {
        this(null);
    }

    private OrAbsent(@Nullable JsonDeserializer<?> ofValue) {
        this.ofValue = ofValue;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
            throws JsonMappingException {
        var type = property.getType().getReferencedType();
        return new OrAbsent(context.findContextualValueDeserializer(type, property));
    }

    @Override
    public Optional<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return Optional.of(java.util.Objects.requireNonNull(ofValue).deserialize(json, context));
    }

    @Override
    public Optional<?> getNullValue(DeserializationContext context) {
        return Optional.empty();
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
