package org.appel.applications.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

import org.appel.applications.model.Content;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.Flaw;

/**
 * A form that a browser filled in: fields instead of the part {@code application}, and the idempotency key among them.
 *
 * @param values by the names of the fields; those of a form without them are empty
 * @param documents a file field that was left empty is none
 */
record PageForm(Map<String, String> values, List<Parts.Part> documents) {
    static final String KEY = "key";
    static final String WORDING = "wording";
    static final String NAME = "name";
    static final String EMAIL = "email";
    static final String PHONE = "phone";
    static final String LANGUAGE = "language";
    static final String CONSENT = "consent";

    private static final List<String> FIELDS = List.of(KEY, WORDING, NAME, EMAIL, PHONE, LANGUAGE, CONSENT);
    private static final String EMAIL_POINTER = "/" + Parts.APPLICATION + "/" + EMAIL;
    private static final String GIVEN = "true";

    PageForm {
        values = Map.copyOf(values);
        documents = List.copyOf(documents);
    }

    static PageForm of(Map<String, Collection<FormValue>> form) {
        var values = new HashMap<String, String>();
        var documents = new ArrayList<Parts.Part>();
        form.forEach((name, sent) -> {
            for (var value : sent) {
                if (!value.isFileItem()) {
                    if (FIELDS.contains(name)) {
                        values.putIfAbsent(name, value.getValue());
                    }
                } else if (name != null) {
                    documents.add(Parts.Part.of(name, value));
                }
            }
        });
        documents.removeIf(Parts.Part::isEmptyField);
        return new PageForm(values, documents);
    }

    String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** The key as a front end would send it in the header; none if the form has none. */
    List<String> idempotencyKey() {
        return value(KEY).isEmpty() ? List.of() : List.of('"' + value(KEY) + '"');
    }

    /** The same as a front end sends it. */
    Parts parts() {
        var person = JsonNodeFactory.instance.objectNode();
        for (var field : List.of(NAME, EMAIL, LANGUAGE, PHONE)) {
            if (values.containsKey(field)) {
                person.put(field, value(field));
            }
        }
        var consent = person.putObject(CONSENT).put("processing", GIVEN.equals(value(CONSENT)));
        if (!value(WORDING).isEmpty()) {
            consent.put("wording", value(WORDING));
        }
        var json = person.toString().getBytes(StandardCharsets.UTF_8);
        return new Parts(
                List.of(new Parts.Part(Parts.APPLICATION, null, json.length, Content.of(json), null)), documents);
    }

    /** These flaws and that of the e-mail address, which the intake looks at only once all else of the person is sound. */
    List<Flaw> all(List<Flaw> found) {
        boolean isNamed = found.stream().anyMatch(flaw -> flaw.pointer().equals(EMAIL_POINTER));
        return isNamed || EmailAddress.of(value(EMAIL)).isPresent()
                ? found
                : Stream.concat(found.stream(), Stream.of(new Flaw(EMAIL_POINTER, "This is no e-mail address")))
                        .toList();
    }

    @Override
    public String toString() {
        return "PageForm[" + documents.size() + " documents]";
    }
}
