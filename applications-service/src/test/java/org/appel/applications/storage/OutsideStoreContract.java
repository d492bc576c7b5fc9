package org.appel.applications.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.applications.model.Content;
import org.appel.applications.model.Document;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.DocumentType;
import org.appel.applications.model.FileName;
import org.appel.testing.Tokens;

import static java.time.Duration.ofSeconds;
import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

/** What the service keeps to when documents lie outside its database. */
abstract class OutsideStoreContract {
    private static final byte[] LETTER =
            "I am known for my zither. ".repeat(20_000).getBytes(StandardCharsets.UTF_8);

    @Inject
    Documents documents;

    @Inject
    SealedBlobs blobs;

    @Inject
    DocumentStores stores;

    @Inject
    OrphanSweep orphans;

    /** Ids of all contents that are there, whoever put them. */
    abstract Set<UUID> there();

    abstract byte[] raw(UUID content) throws IOException;

    abstract void goAway() throws IOException;

    abstract void comeBack() throws IOException;

    private boolean away;

    @AfterEach
    void back() throws IOException {
        if (away) {
            comeBack();
        }
        away = false;
    }

    @Test
    void a_document_lies_outside_sealed_and_comes_back_to_the_byte() throws IOException {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var application = Client.apply(posting, form("cv", LETTER)).id();

        // Then
        var content = document(application);
        assertThat(there()).contains(content);
        assertThat(new String(raw(content), StandardCharsets.ISO_8859_1)).doesNotContain("zither");
        assertThat(Database.rows("SELECT 1 FROM content_part WHERE content_id = '" + content + "'"))
                .isEmpty();
        var answer = Client.get("/applications/" + application + "/documents/" + content, Tokens.hr("omct"));
        assertThat(answer.bytes()).isEqualTo(LETTER);
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(LETTER.length));
    }

    @Test
    void an_erasure_empties_the_store() {
        // Given
        var posting = Client.open(anOpenPosting());
        var application = Client.apply(posting, form("cv", LETTER)).id();
        var content = document(application);

        // When
        Client.delete("/applications/" + application, Tokens.hr("omct"));

        // Then
        awaitGone(content);
    }

    @Test
    void an_erasure_while_the_store_is_away_is_done_at_once_and_the_store_emptied_when_it_is_back() throws IOException {
        // Given
        var posting = Client.open(anOpenPosting());
        var application = Client.apply(posting, form("cv", LETTER)).id();
        var content = document(application);
        leave();

        // When
        var answer = Client.delete("/applications/" + application, Tokens.hr("omct"));

        // Then
        assertThat(answer.status()).isEqualTo(204);
        Awaitility.await("a failed try").atMost(ofSeconds(60)).until(() -> !Database.rows(
                        "SELECT 1 FROM content_removal WHERE attempts > 0 AND content_id = '" + content + "'")
                .isEmpty());
        assertThat(Client.get("/metrics", null).text()).containsPattern("appel_documents_removals_waiting [1-9]");
        back();
        awaitGone(content);
    }

    @Test
    void a_document_that_is_replaced_leaves_the_store_and_the_others_stay() {
        // Given
        var posting = Client.open(anOpenPosting());
        var first = form("cv", LETTER).document("cover_letter", "l.txt", LETTER);
        var application = Client.apply(posting, first).id();
        var replaced = document(application, "cv");
        var kept = document(application, "cover_letter");

        // When
        Client.apply(posting, form("cv", "A new one".getBytes(StandardCharsets.UTF_8)));

        // Then
        awaitGone(replaced);
        assertThat(there()).contains(kept, document(application, "cv"));
    }

    @Test
    void what_a_crash_left_between_store_and_commit_is_swept_and_nothing_else() throws IOException {
        // Given
        var posting = Client.open(anOpenPosting());
        var application = Client.apply(posting, form("cv", LETTER)).id();
        var blob = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> blobs.keep(blobs.stage(blob, LETTER.length, Content.of(LETTER))));
        var before = there();
        documents.stage(List.of(new Document(
                DocumentKind.CV,
                DocumentType.TEXT,
                FileName.of(null, DocumentKind.CV, DocumentType.TEXT),
                LETTER.length,
                Content.of(LETTER))));
        var orphan = there();
        orphan.removeAll(before);

        // When
        var young = Instant.now().minus(1, ChronoUnit.HOURS);
        orphans.sweep(stores.outside().getFirst(), young);
        var afterTheFirst = there();
        orphans.sweep(stores.outside().getFirst(), Instant.now().plus(1, ChronoUnit.HOURS));

        // Then
        assertThat(orphan).hasSize(1);
        assertThat(afterTheFirst).containsAll(orphan);
        assertThat(there()).doesNotContainAnyElementsOf(orphan).contains(document(application), blob);
        var opened = new ByteArrayOutputStream();
        assertThat(blobs.writeTo(blob, opened)).isTrue();
        assertThat(opened.toByteArray()).isEqualTo(LETTER);
    }

    @Test
    void a_blob_that_is_forgotten_leaves_the_store() throws IOException {
        // Given
        var blob = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> blobs.keep(blobs.stage(blob, LETTER.length, Content.of(LETTER))));

        // When
        QuarkusTransaction.requiringNew().run(() -> blobs.forget(List.of(blob)));

        // Then
        assertThat(blobs.writeTo(blob, OutputStream.nullOutputStream())).isFalse();
        awaitGone(blob);
    }

    @Test
    void while_the_store_is_away_applications_are_asked_to_come_again_and_nothing_is_lost() throws IOException {
        // Given
        var posting = Client.open(anOpenPosting());
        var form = form("cv", LETTER);
        var key = "\"" + UUID.randomUUID() + "\"";
        var earlier = Client.apply(posting, Form.of("Zoé", "zoe@example.org").document("cv", "cv.txt", LETTER))
                .id();
        leave();

        // When
        var refused = Client.apply(posting, form, key);
        var withoutDocuments = Client.apply(posting, Form.of("Ines", "ines@example.org"));
        var download = Client.get("/applications/" + earlier + "/documents/" + document(earlier), Tokens.hr("omct"));

        // Then
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("documents-away");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(withoutDocuments.status()).isEqualTo(201);
        assertThat(download.status()).isEqualTo(503);
        back();
        var again = Client.apply(posting, form, key);
        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(there()).contains(document(again.id()));
    }

    private void leave() throws IOException {
        away = true;
        goAway();
    }

    private void awaitGone(UUID content) {
        Awaitility.await("content gone").atMost(ofSeconds(60)).until(() -> !there().contains(content));
        Awaitility.await("removal done").atMost(ofSeconds(30)).until(() -> Database.rows(
                        "SELECT 1 FROM content_removal WHERE content_id = '" + content + "'")
                .isEmpty());
    }

    private static Form form(String kind, byte[] content) {
        return Form.of("Amina", "amina@example.org").document(kind, "text.txt", content);
    }

    private static UUID document(UUID application) {
        return document(application, "cv");
    }

    private static UUID document(UUID application, String kind) {
        return UUID.fromString(Database.rows("SELECT id FROM document WHERE application_id = '" + application
                        + "' AND kind = '" + kind + "'")
                .getFirst());
    }
}
