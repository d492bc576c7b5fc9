package org.appel.notification.letters;

import java.util.Optional;

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
