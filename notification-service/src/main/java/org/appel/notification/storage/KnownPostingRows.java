package org.appel.notification.storage;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.appel.notification.model.Posting;
import org.appel.notification.model.Postings;

/** This service's copy of the postings. */
@ApplicationScoped
public class KnownPostingRows implements PanacheRepositoryBase<KnownPostingRow, UUID>, Postings {

    KnownPostingRows() {}

    @Override
    @Transactional
    public Optional<Posting> find(UUID posting) {
        return findByIdOptional(posting).map(KnownPostingRow::posting);
    }

    /** The posting, whose row stays locked until the transaction ends. */
    public Optional<Posting> lock(UUID posting) {
        return findByIdOptional(posting, LockModeType.PESSIMISTIC_WRITE).map(KnownPostingRow::posting);
    }

    /** Stores the posting in place of what was known of it. */
    public void save(Posting posting) {
        var known = findById(posting.id());
        if (known == null) {
            var row = new KnownPostingRow();
            row.take(posting);
            persist(row);
        } else {
            known.take(posting);
        }
    }
}
