package org.appel.postings.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.appel.postings.model.Gap;
import org.appel.postings.model.PostingId;

/**
 * Disagreements of language versions of which somebody has said that they are none. One holds for its words: when the
 * paragraph says something else, it is asked about again. Every method runs in the caller's transaction.
 */
@ApplicationScoped
public class Confirmations {

    private static final String ADD = """
            INSERT INTO confirmed_disagreement (posting, pointer, detail, confirmed_by, confirmed_at)
            VALUES (:posting, :pointer, :detail, :by, :at)
            ON CONFLICT DO NOTHING""";

    private static final String LIST = """
            SELECT pointer, detail, confirmed_by, confirmed_at FROM confirmed_disagreement
            WHERE posting = :posting
            ORDER BY confirmed_at, pointer, detail""";

    private final PostingRows rows;

    Confirmations(PostingRows rows) {
        this.rows = rows;
    }

    /** @param by subject of the token of who said so */
    public record Confirmation(Gap disagreement, String by, Instant at) {}

    public void add(PostingId posting, Collection<Gap> disagreements, String by, Instant at) {
        for (var disagreement : disagreements) {
            rows.getSession()
                    .createNativeMutationQuery(ADD)
                    .setParameter("posting", posting.value())
                    .setParameter("pointer", disagreement.pointer())
                    .setParameter("detail", disagreement.detail())
                    .setParameter("by", by)
                    .setParameter("at", at)
                    .executeUpdate();
        }
    }

    /** Oldest first. */
    public List<Confirmation> of(PostingId posting) {
        return rows.getSession()
                .createNativeQuery(LIST, Tuple.class)
                .setParameter("posting", posting.value())
                .addScalar("pointer", String.class)
                .addScalar("detail", String.class)
                .addScalar("confirmed_by", String.class)
                .addScalar("confirmed_at", Instant.class)
                .getResultStream()
                .map(row -> new Confirmation(
                        new Gap(row.get(0, String.class), row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, Instant.class)))
                .toList();
    }

    public Set<Gap> disagreements(PostingId posting) {
        return of(posting).stream().map(Confirmation::disagreement).collect(Collectors.toUnmodifiableSet());
    }
}
