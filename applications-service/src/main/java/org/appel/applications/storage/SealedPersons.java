package org.appel.applications.storage;

import java.io.IOException;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.Language;
import org.appel.applications.model.Person;

/** A person as one sealed JSON document. */
@ApplicationScoped
class SealedPersons {
    private static final String PURPOSE = "person";

    private final ObjectMapper json;

    SealedPersons(ObjectMapper json) {
        this.json = json;
    }

    byte[] seal(Person person, SealingKey key) {
        try {
            return key.seal(json.writeValueAsBytes(PersonJson.of(person)), PURPOSE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A person could not be written", e);
        }
    }

    Person open(byte[] sealed, SealingKey key) {
        try {
            return json.readValue(key.open(sealed, PURPOSE), PersonJson.class).person();
        } catch (IOException e) {
            // The cause may quote what it read: it stays out of the log.
            throw new IllegalStateException("A stored person could not be read");
        }
    }

    private record PersonJson(
            String name,
            String email,
            String language,
            @Nullable String phone,
            @Nullable String source,
            Instant consentedAt,
            String consentWording) {
        static PersonJson of(Person p) {
            return new PersonJson(
                    p.name(),
                    p.email().text(),
                    p.language().code(),
                    p.phone(),
                    p.source(),
                    p.consentedAt(),
                    p.consentWording());
        }

        Person person() {
            return new Person(
                    name,
                    new EmailAddress(email),
                    Language.of(language).orElseThrow(),
                    phone,
                    source,
                    consentedAt,
                    consentWording);
        }

        @Override
        public String toString() {
            return "PersonJson[…]";
        }
    }
}
