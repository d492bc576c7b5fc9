package org.appel.applications.candidate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Candidacy;

/** What a person did just now, told once by the page that comes next; it stands in the address. */
enum Notice {
    WITHDRAWN,
    REPLACED,
    SETTLED;

    static final String PARAMETER = "done";

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String in(Words words) {
        return switch (this) {
            case WITHDRAWN -> words.withdrawnNotice();
            case REPLACED -> words.replacedNotice();
            case SETTLED -> words.settledNotice();
        };
    }

    /** Whether the application looks as if that had been done: anybody can write an address. */
    boolean fits(OwnFile file) {
        return this != WITHDRAWN || file.application().candidacy() instanceof Candidacy.Withdrawn;
    }

    static Optional<Notice> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(notice -> notice.code().equals(code))
                .findFirst();
    }
}
