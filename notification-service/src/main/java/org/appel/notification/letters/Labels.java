package org.appel.notification.letters;

import java.util.Locale;
import java.util.Optional;

import org.appel.notification.model.LetterContent.Unusable;
import org.appel.notification.model.StrangersText;

/** Codes in words; a code that is newer than this service stands for itself. */
final class Labels {

    private Labels() {}

    static String document(String kind, Words words) {
        return switch (kind) {
            case "cv" -> words.documentCv();
            case "cover_letter" -> words.documentCoverLetter();
            case "message" -> words.documentMessage();
            default -> words.documentOther(kind.replace('_', ' '));
        };
    }

    /** A document that could not be used, and why; in words of ours, since those that came are in one language. */
    static String unusable(Unusable document, Words words) {
        var name = StrangersText.fileName(document.name()).orElse(words.documentUnnamed());
        return words.unusable(name, why(document.why().toLowerCase(Locale.ROOT), words));
    }

    private static String why(String why, Words words) {
        if (why.contains("password") || why.contains("encrypted")) {
            return words.unusablePassword();
        }
        if (why.contains("virus")) {
            return words.unusableVirus();
        }
        if (why.contains("too large") || why.contains("larger")) {
            return words.unusableTooLarge();
        }
        return why.contains("empty") ? words.unusableEmpty() : words.unusableUnreadable();
    }

    static Optional<String> step(String step, Words words) {
        return switch (step) {
            case "written-test" -> Optional.of(words.stepWrittenTest());
            case "panel-interview" -> Optional.of(words.stepPanelInterview());
            default -> Optional.empty();
        };
    }

    static String reason(String reason, Words words) {
        return switch (reason) {
            case "deadline-passed" -> words.reasonDeadlinePassed();
            case "not-open-yet" -> words.reasonNotOpenYet();
            case "posting-withdrawn" -> words.reasonPostingWithdrawn();
            case "invalid-application" -> words.reasonInvalidApplication();
            case "too-large" -> words.reasonTooLarge();
            case "upload-timeout" -> words.reasonUploadTimeout();
            case "unsupported-media-type" -> words.reasonUnsupportedMediaType();
            case "applies-elsewhere" -> words.reasonAppliesElsewhere();
            case "idempotency-key-missing",
                    "idempotency-key-malformed",
                    "idempotency-key-reused",
                    "idempotency-key-in-use" -> words.reasonIdempotencyKey();
            default -> reason;
        };
    }
}
