package org.appel.applications.candidate;

import java.text.NumberFormat;
import java.util.Locale;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.DocumentType;
import org.appel.applications.model.Language;
import org.appel.applications.model.Progress;

/** Codes and numbers in words. */
final class Labels {
    private static final long KILOBYTE = 1000;
    private static final long MEGABYTE = 1000 * KILOBYTE;

    private Labels() {}

    static Words words(Language language) {
        return MessageBundles.get(Words.class, Localized.Literal.of(language.code()));
    }

    static String state(Progress progress, Words words) {
        return switch (progress) {
            case RECEIVED -> words.stateReceived();
            case IN_SELECTION -> words.stateInSelection();
            case CONCLUDED -> words.stateConcluded();
            case WITHDRAWN -> words.stateWithdrawn();
        };
    }

    static String stateMore(Progress progress, Words words) {
        return switch (progress) {
            case RECEIVED -> words.stateReceivedMore();
            case IN_SELECTION -> words.stateInSelectionMore();
            case CONCLUDED -> words.stateConcludedMore();
            case WITHDRAWN -> words.stateWithdrawnMore();
        };
    }

    static String kind(DocumentKind kind, Words words) {
        return switch (kind.name()) {
            case "cv" -> words.kindCv();
            case "cover_letter" -> words.kindCoverLetter();
            case "certificate" -> words.kindCertificate();
            case "reference" -> words.kindReference();
            case "writing_sample" -> words.kindWritingSample();
            case "message" -> words.kindMessage();
            case "other" -> words.kindOther();
            default -> words.kindNamed(kind.name().replace('_', ' '));
        };
    }

    static String type(DocumentType type, Words words) {
        return switch (type) {
            case PDF -> "PDF";
            case DOCX -> "Word";
            case ODT -> "OpenDocument";
            case RTF -> "RTF";
            case TEXT -> words.plainText();
        };
    }

    static String size(long bytes, Language language) {
        var words = words(language);
        var format = NumberFormat.getInstance(Locale.of(language.code()));
        format.setMaximumFractionDigits(1);
        return bytes < MEGABYTE
                ? words.kilobytes(format.format(Math.max(1, (bytes + KILOBYTE - 1) / KILOBYTE)))
                : words.megabytes(format.format((double) bytes / MEGABYTE));
    }
}
