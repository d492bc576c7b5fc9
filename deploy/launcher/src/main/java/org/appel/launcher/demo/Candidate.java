package org.appel.launcher.demo;

import java.util.Locale;

/** An invented person. */
record Candidate(String name, String language) {

    /** Under a domain that nobody can own. */
    String email() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[éèê]", "e").replaceAll("[^a-z]+", ".") + "@candidate.example";
    }

    /** The first part of the form. */
    String application() {
        return """
                {"name": "%s", "email": "%s", "language": "%s", "consent": {"processing": true}}""".formatted(name, email(), language);
    }
}
