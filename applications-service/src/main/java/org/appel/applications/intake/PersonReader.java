package org.appel.applications.intake;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Consent;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.Flaw;
import org.appel.applications.model.Language;
import org.appel.applications.model.Person;
import org.appel.service.InvalidBody;
import org.appel.service.StrictJson;

/** Makes a person of the part {@code application}, or names everything that is wrong with it. */
@ApplicationScoped
class PersonReader {
    private static final String POINTER = "/" + Parts.APPLICATION;

    private final StrictJson json;

    PersonReader(StrictJson json) {
        this.json = json;
    }

    /** @param flaws gets what is wrong; null is returned then, and only then */
    @Nullable
    Person read(Apply command, List<Flaw> flaws) {
        var parts = command.parts().application();
        if (parts.size() != 1) {
            flaws.add(new Flaw(POINTER, "Send exactly one part named application, with a JSON object"));
            return null;
        }
        if (parts.getFirst().isTooLargeForText()) {
            flaws.add(new Flaw(POINTER, "The part is larger than " + Parts.LARGEST_TEXT / 1024 + " KiB"));
            return null;
        }
        try {
            return person(command, json.read(parts.getFirst().text(), ApplicationBody.class, POINTER), flaws);
        } catch (InvalidBody e) {
            e.faults().forEach(fault -> flaws.add(new Flaw(fault.pointer(), fault.detail())));
        } catch (HttpProblem e) {
            flaws.add(new Flaw(POINTER, "The part is no JSON"));
        }
        return null;
    }

    private static @Nullable Person person(Apply command, ApplicationBody body, List<Flaw> flaws) {
        var email = EmailAddress.of(Objects.requireNonNull(body.email()));
        if (email.isEmpty()) {
            flaws.add(new Flaw(POINTER + "/email", "This is no e-mail address to which an answer could be sent"));
            return null;
        }
        var wording = Objects.requireNonNullElse(
                Objects.requireNonNull(body.consent()).wording(), Consent.WORDING);
        if (!Consent.isAsked(wording)) {
            flaws.add(new Flaw(
                    POINTER + "/consent/wording",
                    "Nobody is asked with that wording: send the version that the form has"));
            return null;
        }
        return new Person(
                Objects.requireNonNull(body.name()).strip(),
                email.get(),
                Language.of(Objects.requireNonNull(body.language())).orElseThrow(),
                blankToNull(body.phone()),
                blankToNull(body.source()),
                command.arrivedAt(),
                wording);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
