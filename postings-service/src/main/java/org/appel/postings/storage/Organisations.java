package org.appel.postings.storage;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.panache.common.Page;

import org.appel.postings.model.Organisation;
import org.appel.service.OneColumn;

/** All organisations. Every method runs in the caller's transaction. */
@ApplicationScoped
public class Organisations {

    private final OrganisationRows rows;
    private final BoardState board;

    Organisations(OrganisationRows rows, BoardState board) {
        this.rows = rows;
        this.board = board;
    }

    public Optional<StoredOrganisation> find(String id) {
        return rows.findByIdOptional(id).map(OrganisationRow::toStored);
    }

    /** Those of these ids that there are, in one query. */
    public List<StoredOrganisation> findAll(Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : rows.list("id IN ?1", ids).stream()
                        .map(OrganisationRow::toStored)
                        .toList();
    }

    /** Finds an organisation and keeps all others from writing or adding one of this id until the transaction ends. */
    public Optional<StoredOrganisation> lock(String id) {
        OneColumn.query(
                        rows.getSession(),
                        "SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtext('organisation'), hashtext(:id))",
                        "locked",
                        Integer.class)
                .setParameter("id", id)
                .getSingleResult();
        return find(id);
    }

    /** Adds or replaces an organisation that was locked before. */
    public StoredOrganisation save(Organisation organisation) {
        var row = rows.findById(organisation.id());
        if (row == null) {
            row = OrganisationRow.of(organisation);
            rows.persist(row);
        } else {
            row.write(organisation);
            board.changesWithThisTransaction();
        }
        rows.flush();
        return row.toStored();
    }

    /** In the order of their ids, after one of them; the empty text for the first page. */
    public List<StoredOrganisation> list(String after, int limit) {
        return rows.find("id > ?1 ORDER BY id", after).page(Page.ofSize(limit)).stream()
                .map(OrganisationRow::toStored)
                .toList();
    }
}
