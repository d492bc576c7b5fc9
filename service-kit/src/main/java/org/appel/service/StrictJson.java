package org.appel.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON body and names everything that is wrong with it at once: unknown and doubled properties, values of a
 * wrong type or form, then what the constraints of the record's components (Jakarta Validation) say.
 *
 * <p>A fault ends Jackson's reading; so each faulty value is noted, taken out of the tree, and the rest is read again.
 */
@ApplicationScoped
public class StrictJson {

    /** Nobody mends more at once, and each costs a reading. */
    private static final int MOST_FAULTS = 100;

    private final ObjectMapper mapper;
    private final Validator validator;

    StrictJson(ObjectMapper mapper, Validator validator) {
        this.mapper = strict(mapper);
        this.validator = validator;
    }

    /** As {@link #read(byte[], Class, String)} for a body that is the whole request. */
    public <T> T read(byte[] json, Class<T> type) {
        return read(json, type, "");
    }

    /**
     * @param pointerPrefix put before each pointer, for a body that is one part of a request: {@code /application}
     * @throws InvalidBody with every fault
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 {@code malformed-json} if it is no JSON
     */
    public <T> T read(byte[] json, Class<T> type, String pointerPrefix) {
        var faults = new ArrayList<Fault>();
        var tree = tree(json);
        unstorable(tree, "", faults);
        T read = convert(tree, type, faults);
        if (read == null && faults.isEmpty()) {
            faults.add(new Fault("", "An object is expected"));
        }
        if (read != null) {
            violations(read, faults);
        }
        if (!faults.isEmpty()) {
            throw new InvalidBody(faults.stream()
                    .map(f -> new Fault(pointerPrefix + f.pointer(), f.detail()))
                    .toList());
        }
        return java.util.Objects.requireNonNull(read);
    }

    private JsonNode tree(byte[] json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            var what = e.getOriginalMessage()
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceAll(" ?\\(?(start marker at )?\\[Source: .*", "");
            throw Problem.of(400, "malformed-json", "The body is no JSON: " + what + where);
        } catch (IOException e) {
            throw Problem.of(400, "malformed-json", "The body cannot be read");
        }
    }

    /** JSON can write what no column, event or answer can hold: the character U+0000, or half of a surrogate pair. */
    private static void unstorable(JsonNode node, String pointer, List<Fault> faults) {
        if (node.isTextual() && (node.textValue().indexOf('\0') >= 0 || !isUnicode(node.textValue()))) {
            faults.add(new Fault(pointer, "holds U+0000 or half a character, which nothing can keep"));
        }
        node.properties()
                .forEach(field ->
                        unstorable(field.getValue(), pointer + "/" + JsonFaults.escape(field.getKey()), faults));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            unstorable(node.get(i), pointer + "/" + i, faults);
        }
    }

    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private <T> @Nullable T convert(JsonNode tree, Class<T> type, List<Fault> faults) {
        while (faults.size() < MOST_FAULTS) {
            try {
                return mapper.treeToValue(tree, type);
            } catch (JsonMappingException e) {
                faults.add(JsonFaults.of(e));
                if (e.getPath().isEmpty() || !remove(tree, e.getPath())) {
                    return null;
                }
            } catch (JsonProcessingException e) {
                faults.add(new Fault("", e.getOriginalMessage()));
                return null;
            }
        }
        return null;
    }

    /** Takes the value at the path out of the tree; in an array a null keeps the place of the others. */
    private static boolean remove(JsonNode tree, List<JsonMappingException.Reference> path) {
        JsonNode parent = tree;
        for (var step : path.subList(0, path.size() - 1)) {
            parent = step.getFieldName() == null ? parent.path(step.getIndex()) : parent.path(step.getFieldName());
        }
        var last = path.getLast();
        return switch (parent) {
            case ObjectNode object -> object.remove(last.getFieldName()) != null;
            case ArrayNode array -> !array.set(last.getIndex(), (JsonNode) null).isNull();
            default -> false;
        };
    }

    private <T> void violations(T read, List<Fault> faults) {
        var broken = faults.stream().map(Fault::pointer).toList();
        validator.validate(read).stream()
                .map(JsonFaults::of)
                .filter(fault -> broken.stream().noneMatch(fault.pointer()::startsWith))
                .sorted(java.util.Comparator.comparing(Fault::pointer))
                .forEach(faults::add);
    }

    private static ObjectMapper strict(ObjectMapper mapper) {
        var strict = mapper.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        strict.setConfig(strict.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        for (var shape : new com.fasterxml.jackson.databind.cfg.CoercionInputShape[] {
            com.fasterxml.jackson.databind.cfg.CoercionInputShape.Integer,
            com.fasterxml.jackson.databind.cfg.CoercionInputShape.Float,
            com.fasterxml.jackson.databind.cfg.CoercionInputShape.Boolean
        }) {
            strict.coercionConfigFor(com.fasterxml.jackson.databind.type.LogicalType.Textual)
                    .setCoercion(shape, com.fasterxml.jackson.databind.cfg.CoercionAction.Fail);
        }
        return strict;
    }
}
