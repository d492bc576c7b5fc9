package org.appel.service;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import org.jspecify.annotations.Nullable;

/** What Jackson and the validator found, as {@link Fault}s that a person understands. */
final class JsonFaults {

    private static final Map<Class<?>, String> EXPECTED = Map.of(
            LocalDate.class, "a date such as 2026-04-03",
            LocalTime.class, "a time such as 17:00",
            YearMonth.class, "a month such as 2026-07",
            OffsetDateTime.class, "a time with offset such as 2026-04-03T17:00:00+02:00",
            Integer.class, "a whole number",
            Long.class, "a whole number",
            Boolean.class, "true or false",
            String.class, "a text");

    private JsonFaults() {}

    static Fault of(JsonMappingException e) {
        var pointer = e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? "" + step.getIndex() : escape(step.getFieldName())))
                .collect(Collectors.joining());
        return new Fault(pointer, detail(e));
    }

    static Fault of(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(escape(node.getKey().toString()));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return new Fault(pointer.toString(), violation.getMessage());
    }

    private static String detail(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "There is no property " + unknown.getPropertyName() + " here; known are " + known(unknown);
            case InvalidFormatException format -> format.getValue() + " is not " + expected(format.getTargetType());
            case MismatchedInputException mismatch -> capital(expected(mismatch.getTargetType())) + " is expected";
            default -> reason(e);
        };
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        return known == null
                ? "none"
                : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(JsonFaults::wireName)
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        var known = EXPECTED.get(type);
        if (known != null) {
            return known;
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive() ? "a number" : "an object";
    }

    private static String wireName(Object constant) {
        try {
            var field = constant.getClass().getField(((Enum<?>) constant).name());
            var name = field.getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
            return name == null ? constant.toString() : name.value();
        } catch (NoSuchFieldException e) {
            return constant.toString();
        }
    }

    private static String reason(JsonMappingException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("The value is not understood");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
