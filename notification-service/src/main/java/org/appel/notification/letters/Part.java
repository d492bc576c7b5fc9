package org.appel.notification.letters;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.appel.notification.model.Letter;

/** The two forms of a letter. */
enum Part {
    HTML("text/html;charset=UTF-8") {
        @Override
        String of(Letter letter) {
            return letter.html();
        }
    },
    TEXT("text/plain;charset=UTF-8") {
        @Override
        String of(Letter letter) {
            return letter.text();
        }
    };

    private final String mediaType;

    Part(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract String of(Letter letter);

    String mediaType() {
        return mediaType;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Part> of(String wire) {
        return Arrays.stream(values()).filter(part -> part.wire().equals(wire)).findFirst();
    }
}
