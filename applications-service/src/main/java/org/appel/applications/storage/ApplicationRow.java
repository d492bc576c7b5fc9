package org.appel.applications.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Admission;
import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Candidacy;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Refusal;
import org.appel.applications.model.Stage;

/** A row of table {@code application}; of an erased one only ids, organisation, numbers and the time are there. */
@Entity
@Table(name = "application")
class ApplicationRow {
    @Id
    UUID id;

    @Column(name = "posting_id")
    UUID postingId;

    String organisation;

    @Column(name = "subject_index")
    byte @Nullable [] subjectIndex;

    /** What the person's addresses have in common. */
    @Column(name = "kin_index")
    byte @Nullable [] kinIndex;

    @Column(name = "wrapped_key")
    byte @Nullable [] wrappedKey;

    @Column(name = "sealed_person")
    byte @Nullable [] sealedPerson;

    @Nullable
    String stage;

    String admission;

    int revision;

    int version;

    @Column(name = "received_at")
    @Nullable
    Instant receivedAt;

    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;

    @Column(name = "erased_at")
    @Nullable
    Instant erasedAt;

    ApplicationId applicationId() {
        return new ApplicationId(id);
    }

    Application application(Vault vault, SealedPersons persons) {
        if (erasedAt != null) {
            return new Application.Erased(applicationId(), new PostingId(postingId), organisation, erasedAt);
        }
        return new Application.Live(
                applicationId(),
                new PostingId(postingId),
                organisation,
                Candidacy.at(Stage.of(Objects.requireNonNull(stage)).orElseThrow()),
                Admission.of(admission),
                revision,
                version,
                Objects.requireNonNull(receivedAt),
                Objects.requireNonNull(updatedAt),
                persons.open(Objects.requireNonNull(sealedPerson), key(vault)));
    }

    /** @throws ApplicationRefused with {@link Refusal.Erased} if it was erased, perhaps since the caller read it */
    SealingKey key(Vault vault) {
        if (erasedAt != null) {
            throw new ApplicationRefused(new Refusal.Erased(applicationId(), erasedAt));
        }
        return vault.unwrap(id, Objects.requireNonNull(wrappedKey));
    }

    void advance(Application.Live advanced) {
        stage = advanced.candidacy().stage().code();
        version = advanced.version();
        updatedAt = advanced.updatedAt();
    }

    /** Without the key nothing sealed can be opened again, wherever a copy of it may lie. */
    void erase(Instant at) {
        subjectIndex = null;
        kinIndex = null;
        wrappedKey = null;
        sealedPerson = null;
        stage = null;
        receivedAt = null;
        updatedAt = null;
        erasedAt = at;
        version++;
    }
}
