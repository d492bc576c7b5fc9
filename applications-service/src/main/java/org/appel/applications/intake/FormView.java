package org.appel.applications.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.config.IntakeConfig;
import org.appel.applications.model.Consent;
import org.appel.applications.model.DocumentType;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.Language;

/** Everything that a front end needs to ask a candidate. */
@Schema(name = "Form")
record FormView(
        UUID posting,
        @Schema(description = "By language.") Map<String, String> titles,

        @Schema(description = "Whether the deadline is still to come, after the publication.")
        boolean open,

        Instant opensAt,

        @Schema(description = "First instant after the deadline, in the deadline's zone; null: until filled.") @Nullable
        OffsetDateTime closesAt,

        @Schema(description = "In which the candidate can be answered.")
        List<String> languages,

        List<Field> fields,
        List<AskedDocument> documents,
        List<AcceptedType> acceptedTypes,
        Limits limits,
        ConsentWording consent) {
    record Field(String name, boolean required, @Nullable Integer maxLength) {}

    record AskedDocument(@Schema(examples = "\"cv\"") String kind, boolean required) {}

    record AcceptedType(String mediaType, String extension) {}

    record Limits(long documentBytes, int documents, long uploadSeconds) {}

    record ConsentWording(String version, String fr, String en) {}

    private static final List<Field> FIELDS = List.of(
            new Field("name", true, 200),
            new Field("email", true, 254),
            new Field("language", true, null),
            new Field("phone", false, 40),
            new Field("source", false, 200),
            new Field("consent.processing", true, null));

    static FormView of(KnownPosting posting, IntakeConfig config, Instant now) {
        return new FormView(
                posting.id().value(),
                posting.titles(),
                posting.isOpen(now),
                posting.opensAt(),
                closesAt(posting),
                Language.codes(),
                FIELDS,
                posting.takenDocuments().stream()
                        .map(kind -> new AskedDocument(
                                kind.name(), posting.requiredDocuments().contains(kind)))
                        .toList(),
                Arrays.stream(DocumentType.values())
                        .map(type -> new AcceptedType(type.mediaType(), type.extension()))
                        .toList(),
                limits(config),
                new ConsentWording(Consent.WORDING, Consent.TEXTS.get("fr"), Consent.TEXTS.get("en")));
    }

    private static @Nullable OffsetDateTime closesAt(KnownPosting posting) {
        if (posting.closesAt() == null) {
            return null;
        }
        var zone = posting.zone() == null ? "UTC" : posting.zone();
        return posting.closesAt().atZone(ZoneId.of(zone)).toOffsetDateTime();
    }

    private static Limits limits(IntakeConfig config) {
        Duration upload = config.uploadLimit();
        return new Limits(config.documentLimit().asLongValue(), config.documents(), upload.toSeconds());
    }
}
