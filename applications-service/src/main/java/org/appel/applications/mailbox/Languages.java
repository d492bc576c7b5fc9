package org.appel.applications.mailbox;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.Language;

/** In which language somebody is answered who did not say it. */
final class Languages {
    private Languages() {}

    /**
     * The mail's, else that of a posting which was published in one language only, else French.
     *
     * @param mail ISO 639-1; null if it cannot be told
     */
    static Language of(@Nullable String mail, @Nullable KnownPosting posting) {
        return Optional.ofNullable(mail)
                .flatMap(Language::of)
                .or(() -> Optional.ofNullable(posting)
                        .filter(known -> known.titles().size() == 1)
                        .flatMap(known ->
                                Language.of(known.titles().keySet().iterator().next())))
                .orElse(Language.FR);
    }
}
