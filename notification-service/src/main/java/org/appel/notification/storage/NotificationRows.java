package org.appel.notification.storage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.appel.notification.model.Acknowledgements;
import org.appel.notification.model.IntakeCounts;
import org.appel.notification.model.MessageId;
import org.appel.notification.model.Notification;
import org.appel.notification.model.NotificationId;
import org.appel.notification.model.Occasion;
import org.appel.notification.model.OwedMail;

/** The mails that are owed: taking them in, and looking at them. How they are sent is in {@link SendingRows}. */
@ApplicationScoped
public class NotificationRows {

    private static final String INSERT = """
            INSERT INTO notification (id, kind, event_id, posting_id, organisation, application_id, application_revision,
                application_number, door, language, occurred_at, applications, counts, message_id)
            VALUES (:id, :kind, :event, :posting, :organisation, cast(:application AS uuid), cast(:revision AS integer),
                cast(:number AS integer), cast(:door AS text), cast(:language AS text), :occurred,
                cast(:applications AS integer), cast(:counts AS jsonb), :messageId)
            ON CONFLICT (event_id, kind) DO NOTHING""";

    private static final String NEXT_NUMBER = """
            INSERT INTO application_number (posting_id, last) VALUES (:posting, 1)
            ON CONFLICT (posting_id) DO UPDATE SET last = application_number.last + 1
            RETURNING last""";

    private static final String NUMBER_OF = """
            SELECT application_number FROM notification
            WHERE application_id = :application AND application_revision IS NOT NULL ORDER BY application_revision LIMIT 1""";

    private static final String ACKNOWLEDGEMENTS = """
            SELECT CAST(count(*) FILTER (WHERE state = 'sent') AS integer),
                   CAST(count(*) FILTER (WHERE state = 'failed') AS integer),
                   CAST(count(*) FILTER (WHERE state = 'suppressed') AS integer)
            FROM notification WHERE posting_id = :posting AND kind = 'acknowledgement'""";

    private static final String REDELIVER = """
            UPDATE notification SET state = 'waiting', reason = NULL, last_problem = NULL, refusals = 0,
                refused_since = NULL, postponements = 0, next_attempt_at = appel_now()
            WHERE id = :id AND state IN ('sent', 'failed') AND NOT erased""";

    private final EntityManager database;
    private final ObjectMapper json;

    NotificationRows(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Queues the mail; false if its event had queued one of its kind before. */
    public boolean add(OwedMail mail, MessageId messageId) {
        var insert = database.createNativeQuery(INSERT)
                .setParameter("id", mail.id().value())
                .setParameter("kind", mail.kind().wire())
                .setParameter("event", mail.event())
                .setParameter("posting", mail.posting())
                .setParameter("organisation", mail.organisation())
                .setParameter("messageId", messageId.value());
        var filled =
                switch (mail.occasion()) {
                    case Occasion.ApplicationArrived a ->
                        insert.setParameter("application", a.application().toString())
                                .setParameter("revision", a.revision())
                                .setParameter("number", a.number())
                                .setParameter("door", a.door())
                                .setParameter("language", a.language())
                                .setParameter("occurred", a.receivedAt())
                                .setParameter("applications", null)
                                .setParameter("counts", null);
                    case Occasion.IntakeOver o ->
                        insert.setParameter("application", null)
                                .setParameter("revision", null)
                                .setParameter("number", null)
                                .setParameter("door", null)
                                .setParameter("language", null)
                                .setParameter("occurred", o.closesAt())
                                .setParameter("applications", o.applications())
                                .setParameter("counts", written(o.counts()));
                };
        return filled.executeUpdate() == 1;
    }

    /** The next running number of this posting, from 1; readers of other applications of it wait for the commit. */
    public int nextNumber(UUID posting) {
        return (Integer) database.createNativeQuery(NEXT_NUMBER, Integer.class)
                .setParameter("posting", posting)
                .getSingleResult();
    }

    /** The running number that the application has got; empty if it is new. */
    public Optional<Integer> numberOf(UUID application) {
        return first(database.createNativeQuery(NUMBER_OF, Integer.class)
                        .setParameter("application", application)
                        .getResultList())
                .map(Integer.class::cast);
    }

    /** How the acknowledgements of the posting stand. */
    @Transactional
    public Acknowledgements acknowledgements(UUID posting, int owed) {
        var counts = (Object[]) database.createNativeQuery(ACKNOWLEDGEMENTS, Object[].class)
                .setParameter("posting", posting)
                .getSingleResult();
        return Acknowledgements.of(owed, (Integer) counts[0], (Integer) counts[1], (Integer) counts[2]);
    }

    public Optional<Notification> find(NotificationId id) {
        return Optional.ofNullable(database.find(NotificationRow.class, id.value()))
                .map(NotificationRow::notification);
    }

    /** The notifications that fit, newest first. */
    public List<Notification> list(NotificationFilter filter, int most) {
        var query = database.createQuery(
                        "FROM NotificationRow WHERE " + filter.condition() + " ORDER BY id DESC", NotificationRow.class)
                .setMaxResults(most);
        filter.values().forEach(query::setParameter);
        return query.getResultList().stream().map(NotificationRow::notification).toList();
    }

    /** Queues a mail again that has ended; false if it is queued, or its recipient has been erased. */
    public boolean redeliver(NotificationId id) {
        return database.createNativeQuery(REDELIVER)
                        .setParameter("id", id.value())
                        .executeUpdate()
                == 1;
    }

    /** The notification as it stands after what this transaction did to it. */
    public Notification reread(NotificationId id) {
        database.clear();
        return find(id).orElseThrow();
    }

    private String written(IntakeCounts c) {
        try {
            return json.writeValueAsString(new NotificationRow.Counts(
                    c.arrived(), c.accepted(), c.updated(), c.duplicate(), c.refused(), c.unsorted()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Counts cannot be written as JSON", e);
        }
    }

    private static Optional<?> first(List<?> found) {
        return found.stream().findFirst();
    }
}
