package org.appel.applications.storage;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.ErasureReason;
import org.appel.applications.model.StoredDocument;

/** Applications as HR works with them: opened with their key, read and changed one by one. */
@ApplicationScoped
public class Applications {
    private static final String FORGET_ANSWERS = """
            UPDATE answered_request SET fingerprint = NULL, received_at = NULL, stage = NULL, revision = NULL
            WHERE application_id = ?""";

    /** The sealed rest cannot be opened any more, nor can a link be followed; when one was asked for is forgotten. */
    private static final String END_LINKS =
            "UPDATE application SET link_epoch = link_epoch + 1, link_requested_at = NULL WHERE id = ?";

    private final ApplicationRows rows;
    private final Documents documents;
    private final Vault vault;
    private final SealedPersons persons;
    private final ErasedMails mails;
    private final AuthorsMails authorsMails;
    private final Sql sql;

    Applications(
            ApplicationRows rows,
            Documents documents,
            Vault vault,
            SealedPersons persons,
            ErasedMails mails,
            AuthorsMails authorsMails,
            Sql sql) {
        this.rows = rows;
        this.documents = documents;
        this.vault = vault;
        this.persons = persons;
        this.mails = mails;
        this.authorsMails = authorsMails;
        this.sql = sql;
    }

    @Transactional
    public Optional<Application> find(ApplicationId id) {
        return rows.findByIdOptional(id.value()).map(row -> row.application(vault, persons));
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Application> lock(ApplicationId id) {
        return rows.lock(id.value()).map(row -> row.application(vault, persons));
    }

    /** Those that stand. */
    @Transactional
    public List<Application.Live> page(ApplicationFilter filter, int limit) {
        return rows.page(filter, limit).stream()
                .map(row -> row.application(vault, persons).live())
                .toList();
    }

    /** In the order of their arrival. */
    @Transactional
    public List<StoredDocument> documents(Application.Live application) {
        return documents.of(key(application), application.id());
    }

    @Transactional
    public Optional<StoredDocument> document(Application.Live application, UUID document) {
        return documents.find(key(application), application.id(), document);
    }

    /**
     * The content in clear; whoever asks closes the stream. Reading it fails if it was changed, or is erased meanwhile.
     *
     * @throws ApplicationRefused if it is not there, or no more
     */
    public InputStream content(Application.Live application, UUID document) {
        return documents.content(application.id(), document);
    }

    /** Stores the move of a locked application. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void advance(Application.Live advanced) {
        rows.findById(advanced.id().value()).advance(advanced);
    }

    /** Destroys the key of a locked application and empties everything that belongs to it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Remains erase(Application.Erased erased, ErasureReason reason) {
        var id = erased.id();
        var row = rows.findById(id.value());
        var standing = row.application(vault, persons).live();
        var messages = Stream.concat(
                        mails.erase(id).stream(), authorsMails.erase(standing, reason, erased.erasedAt()).stream())
                .toList();
        row.erase(erased.erasedAt());
        int removed = documents.removeAll(id);
        sql.update("DELETE FROM stage_change WHERE application_id = ?", q -> q.setObject(1, id.value()));
        sql.update("DELETE FROM retention_notice WHERE application_id = ?", q -> q.setObject(1, id.value()));
        sql.update(END_LINKS, q -> q.setObject(1, id.value()));
        sql.update(FORGET_ANSWERS, q -> q.setObject(1, id.value()));
        return new Remains(removed, messages);
    }

    private SealingKey key(Application.Live application) {
        return rows.findById(application.id().value()).key(vault);
    }
}
