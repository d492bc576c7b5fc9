package org.appel.applications.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.LatePolicy;
import org.appel.applications.model.PostingId;

/** The copy of the postings. Every change moves forward only: an older state never replaces a newer one. */
@ApplicationScoped
public class KnownPostings {
    static final String COLUMNS = """
            p.id, p.organisation, p.version, p.withdrawn, p.reference, p.titles, p.takes_by_api, p.takes_by_mail,
            p.has_taken_mail, p.apply_address, p.mandated_subject, p.published_at, p.closes_at, p.zone, p.deadline_version,
            p.closed_deadline, p.late_policy, p.grace_minutes, p.required_documents, p.protect_candidates,
            p.retention_months""";

    /**
     * Waits for every intake that goes by the state of before, and makes later ones wait for this transaction: nobody is
     * judged by a deadline that has been moved.
     */
    private static final String HOLD_OFF = "SELECT version FROM known_posting WHERE id = ? FOR UPDATE";

    private static final String LEARN = """
            INSERT INTO known_posting (id, organisation, version, reference, titles, takes_by_api, takes_by_mail,
                                       apply_address, mandated_subject, published_at, closes_at, zone,
                                       deadline_version, late_policy, grace_minutes, required_documents,
                                       protect_candidates, retention_months, has_taken_mail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                organisation = excluded.organisation, version = excluded.version, reference = excluded.reference,
                titles = excluded.titles, takes_by_api = excluded.takes_by_api,
                takes_by_mail = excluded.takes_by_mail, apply_address = excluded.apply_address,
                mandated_subject = excluded.mandated_subject, published_at = excluded.published_at,
                closes_at = excluded.closes_at, zone = excluded.zone, deadline_version = excluded.deadline_version,
                late_policy = excluded.late_policy, grace_minutes = excluded.grace_minutes,
                required_documents = excluded.required_documents, protect_candidates = excluded.protect_candidates,
                retention_months = excluded.retention_months,
                has_taken_mail = known_posting.has_taken_mail OR excluded.has_taken_mail
            WHERE known_posting.version < excluded.version""";

    /** Whoever came too late for one deadline may be in time for the next one. */
    private static final String ADMIT_AGAIN = """
            UPDATE application a SET admission = 'in-time', version = a.version + 1, updated_at = appel_now()
            FROM known_posting p
            WHERE p.id = ? AND a.posting_id = p.id AND a.admission <> 'in-time' AND a.erased_at IS NULL
                AND (p.closes_at IS NULL OR a.received_at < p.closes_at)""";

    /**
     * A mail that was refused as late, and would be in time now, is not known again: laid back into a folder that is
     * read, it is judged anew.
     */
    private static final String FORGET_LATE = """
            UPDATE message m SET identity = uuid_send(m.id)
            FROM message late JOIN known_posting p ON p.id = late.posting_id
            WHERE p.id = ? AND late.outcome = 'refused' AND late.reason = 'deadline-passed'
                AND (p.closes_at IS NULL OR late.received_at < p.closes_at)
                AND m.mailbox = late.mailbox AND m.identity = late.identity AND m.identity <> uuid_send(m.id)""";

    private static final String WITHDRAW = """
            INSERT INTO known_posting (id, organisation, withdrawn, withdrawn_at) VALUES (?, ?, true, ?)
            ON CONFLICT (id) DO UPDATE SET withdrawn = true, withdrawn_at = excluded.withdrawn_at""";

    private static final String HEARD_OF =
            "INSERT INTO known_posting (id, organisation) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private static final String DEADLINE_PASSED = """
            INSERT INTO intake_closing (posting_id, deadline_version, closes_at) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private final Sql sql;
    private final ObjectMapper json;

    KnownPostings(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Empty if no event about that posting was read. */
    public Optional<KnownPosting> find(PostingId id) {
        return sql.first(
                "SELECT " + COLUMNS + " FROM known_posting p WHERE p.id = ?",
                q -> q.setObject(1, id.value()),
                this::read);
    }

    /** As {@link #find}; the intake of the posting is not closed before the transaction ends. */
    public Optional<KnownPosting> hold(PostingId id) {
        return sql.first(
                "SELECT " + COLUMNS + " FROM known_posting p WHERE p.id = ? FOR KEY SHARE OF p",
                q -> q.setObject(1, id.value()),
                this::read);
    }

    /** Every posting of the organisation, whether open, closed or withdrawn. */
    public List<KnownPosting> ofOrganisation(String organisation) {
        return sql.list(
                "SELECT " + COLUMNS + " FROM known_posting p WHERE p.organisation = ? ORDER BY p.id",
                q -> q.setString(1, organisation),
                this::read);
    }

    /**
     * Takes over that content, unless the same or a newer one is there. Of applications that were late, those that are
     * in time for the deadline as it is now are late no longer, and mails that were refused are judged anew if they are laid back; a posting that is read from the topic's beginning, while its
     * applications are there, does not judge them by deadlines of long ago.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void learn(KnownPosting posting) {
        int before = sql.first(HOLD_OFF, q -> q.setObject(1, posting.id().value()), row -> row.getInt(1))
                .orElse(0);
        if (sql.update(LEARN, q -> bind(q, posting)) > 0 && before > 0) {
            sql.update(ADMIT_AGAIN, q -> q.setObject(1, posting.id().value()));
            sql.update(FORGET_LATE, q -> q.setObject(1, posting.id().value()));
        }
    }

    public void withdraw(PostingId id, String organisation, @Nullable Instant withdrawnAt) {
        sql.update(WITHDRAW, q -> {
            q.setObject(1, id.value());
            q.setString(2, organisation);
            q.setObject(3, Sql.time(withdrawnAt));
        });
    }

    /** Notes that the intake of that deadline is to be closed; once for each deadline version. */
    public void deadlinePassed(PostingId id, String organisation, int deadlineVersion, Instant closesAt) {
        sql.update(HEARD_OF, q -> {
            q.setObject(1, id.value());
            q.setString(2, organisation);
        });
        sql.update(DEADLINE_PASSED, q -> {
            q.setObject(1, id.value());
            q.setInt(2, deadlineVersion);
            q.setObject(3, Sql.time(closesAt));
        });
    }

    KnownPosting read(ResultSet row) throws SQLException {
        return new KnownPosting(
                new PostingId(row.getObject("id", UUID.class)),
                row.getString("organisation"),
                row.getInt("version"),
                row.getBoolean("withdrawn"),
                row.getString("reference"),
                titles(row.getString("titles")),
                row.getBoolean("takes_by_api"),
                row.getBoolean("takes_by_mail"),
                row.getBoolean("has_taken_mail"),
                Optional.ofNullable(row.getString("apply_address"))
                        .flatMap(EmailAddress::of)
                        .orElse(null),
                row.getString("mandated_subject"),
                Sql.instant(row, "published_at"),
                Sql.instant(row, "closes_at"),
                row.getString("zone"),
                row.getInt("deadline_version"),
                row.getInt("closed_deadline"),
                LatePolicy.of(row.getString("late_policy"), row.getObject("grace_minutes", Integer.class)),
                Arrays.stream((String[]) row.getArray("required_documents").getArray())
                        .map(DocumentKind::new)
                        .toList(),
                row.getBoolean("protect_candidates"),
                row.getObject("retention_months", Integer.class));
    }

    private void bind(PreparedStatement q, KnownPosting posting) throws SQLException {
        var address = posting.applyAddress();
        q.setObject(1, posting.id().value());
        q.setString(2, posting.organisation());
        q.setInt(3, posting.version());
        q.setString(4, posting.reference());
        q.setObject(5, text(posting.titles()), Types.OTHER);
        q.setBoolean(6, posting.takesByApi());
        q.setBoolean(7, posting.takesByMail());
        q.setString(8, address == null ? null : address.text());
        q.setString(9, posting.mandatedSubject());
        q.setObject(10, Sql.time(posting.publishedAt()));
        q.setObject(11, Sql.time(posting.closesAt()));
        q.setString(12, posting.zone());
        q.setInt(13, posting.deadlineVersion());
        q.setString(14, posting.late().code());
        q.setObject(15, graceMinutes(posting.late()), Types.INTEGER);
        q.setObject(
                16, posting.requiredDocuments().stream().map(DocumentKind::name).toArray(String[]::new));
        q.setBoolean(17, posting.protectCandidates());
        q.setObject(18, posting.retentionMonths(), Types.INTEGER);
        q.setBoolean(19, posting.hasTakenMail());
    }

    private static @Nullable Integer graceMinutes(LatePolicy late) {
        return late instanceof LatePolicy.Grace grace
                ? Math.toIntExact(grace.length().toMinutes())
                : null;
    }

    private String text(Map<String, String> titles) {
        try {
            return json.writeValueAsString(titles);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> titles(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("known_posting.titles is no JSON object", e);
        }
    }
}
