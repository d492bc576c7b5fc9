package org.appel.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start on a secret that is missing, short or known to everybody; the local mode only needs it to be there. */
@ApplicationScoped
class SecretGuard {

    private static final int SHORTEST = 16;
    private static final Set<String> KNOWN = Set.of("appel", "postgres", "keycloak", "admin", "quarkus", "root");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("change[-_ ]?me|changeit|secret|password|passwort|example|default|test|12345|qwerty");

    private final Config config;
    private final boolean local;
    private final List<String> names;

    SecretGuard(
            Config config,
            @ConfigProperty(name = "appel.local", defaultValue = "false") boolean local,
            @ConfigProperty(name = "appel.secrets") Optional<List<String>> names) {
        this.config = config;
        this.local = local;
        this.names = names.orElse(List.of());
    }

    void start(@Observes @Priority(0) StartupEvent started) {
        var refused = new ArrayList<String>();
        for (String name : names) {
            var value = config.getOptionalValue(name, String.class).orElse("");
            objection(value, local).ifPresent(why -> refused.add(name + " " + why));
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException("These secrets must be set before the service starts: "
                    + String.join("; ", refused)
                    + ". appel.local=true allows weak ones on a developer's machine.");
        }
    }

    static Optional<String> objection(String value, boolean local) {
        if (value.isBlank()) {
            return Optional.of("is missing");
        }
        if (local) {
            return Optional.empty();
        }
        var lower = value.toLowerCase(Locale.ROOT);
        if (KNOWN.contains(lower) || PLACEHOLDER.matcher(lower).find() && value.length() < 2 * SHORTEST) {
            return Optional.of("is a well-known value");
        }
        return value.length() < SHORTEST ? Optional.of("has fewer than " + SHORTEST + " characters") : Optional.empty();
    }
}
