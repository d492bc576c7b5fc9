package org.appel.applications.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ErasureCertificate;
import org.appel.applications.model.ErasureCertificate.Destroyed;
import org.appel.applications.model.ErasureReason;
import org.appel.applications.model.PostingId;

/** What is kept of erasures. A certificate is written in the transaction of its erasure, and never changes. */
@ApplicationScoped
public class ErasureCertificates {
    private static final String ISSUE = """
            INSERT INTO erasure_certificate (application_id, posting_id, organisation, erased_at, reason, documents,
                                             messages, dead_letters, keys)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String FIND = """
            SELECT application_id, posting_id, organisation, erased_at, reason, documents, messages, dead_letters, keys
            FROM erasure_certificate WHERE application_id = ?""";

    private final Sql sql;

    ErasureCertificates(Sql sql) {
        this.sql = sql;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void issue(ErasureCertificate certificate) {
        sql.update(ISSUE, q -> {
            q.setObject(1, certificate.application().value());
            q.setObject(2, certificate.posting().value());
            q.setString(3, certificate.organisation());
            q.setObject(4, Sql.time(certificate.erasedAt()));
            q.setString(5, certificate.reason().code());
            q.setInt(6, certificate.destroyed().documents());
            q.setInt(7, certificate.destroyed().messages());
            q.setInt(8, certificate.destroyed().deadLetters());
            q.setInt(9, certificate.destroyed().keys());
        });
    }

    /** Empty if the application stands, or never was. */
    public Optional<ErasureCertificate> find(ApplicationId application) {
        return sql.first(FIND, q -> q.setObject(1, application.value()), ErasureCertificates::read);
    }

    private static ErasureCertificate read(ResultSet row) throws SQLException {
        return new ErasureCertificate(
                new ApplicationId(row.getObject("application_id", UUID.class)),
                new PostingId(row.getObject("posting_id", UUID.class)),
                row.getString("organisation"),
                Objects.requireNonNull(Sql.instant(row, "erased_at")),
                ErasureReason.of(row.getString("reason")).orElseThrow(),
                new Destroyed(
                        row.getInt("documents"),
                        row.getInt("messages"),
                        row.getInt("dead_letters"),
                        row.getInt("keys")));
    }
}
