package org.appel.notification.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.appel.notification.model.Acknowledgements;
import org.appel.notification.model.IntakeCounts;
import org.appel.notification.model.MessageId;
import org.appel.notification.model.Notification;
import org.appel.notification.model.NotificationId;
import org.appel.notification.model.Occasion;
import org.appel.notification.model.OwedMail;
import org.appel.notification.model.State;
import org.appel.service.OneColumn;

/** The mails that are owed: taking them in, and looking at them. How they are sent is in {@link SendingRows}. */
@ApplicationScoped
public class NotificationRows {

    private static final String INSERT = """
            INSERT INTO notification (id, kind, event_id, posting_id, organisation, application_id, application_revision,
                application_number, incoming_id, decline, erased_on, webhook_id, webhook_end, failing_since, door, language,
                occurred_at, applications, counts, message_id, state, reason)
            VALUES (:id, :kind, :event, cast(:posting AS uuid), cast(:organisation AS text), cast(:application AS uuid),
                cast(:revision AS integer), cast(:number AS integer), cast(:incoming AS uuid), cast(:decline AS text),
                cast(:erasedOn AS date), cast(:webhook AS uuid), cast(:webhookEnd AS text),
                cast(:failingSince AS timestamptz), cast(:door AS text), cast(:language AS text), :occurred,
                cast(:applications AS integer), cast(:counts AS jsonb), :messageId, :state, cast(:reason AS text))
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
                refused_since = NULL, postponements = 0, delivered = NULL, next_attempt_at = appel_now()
            WHERE id = :id AND state IN ('sent', 'failed') AND NOT erased""";

    /** What only some occasions have. */
    private static final List<String> OPTIONAL = List.of(
            "number",
            "decline",
            "erasedOn",
            "webhookEnd",
            "failingSince",
            "door",
            "language",
            "applications",
            "counts");

    private final EntityManager database;
    private final ObjectMapper json;

    NotificationRows(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Queues the mail; false if its event had queued one of its kind before. */
    public boolean add(OwedMail mail, MessageId messageId) {
        return insert(mail, messageId, State.WAITING, null);
    }

    /**
     * Notes a mail that is not owed, so that it is accounted for; false if its event had brought one of its kind before.
     *
     * @param reason a code
     */
    public boolean addSuppressed(OwedMail mail, MessageId messageId, String reason) {
        return insert(mail, messageId, State.SUPPRESSED, reason);
    }

    private boolean insert(OwedMail mail, MessageId messageId, State state, @Nullable String reason) {
        var insert = database.createNativeQuery(INSERT)
                .setParameter("id", mail.id().value())
                .setParameter("kind", mail.kind().wire())
                .setParameter("event", mail.event())
                .setParameter("posting", text(mail.posting()))
                .setParameter("organisation", mail.organisation())
                .setParameter("application", text(mail.application()))
                .setParameter("revision", mail.revision())
                .setParameter("incoming", text(mail.message()))
                .setParameter("webhook", text(mail.webhook()))
                .setParameter("messageId", messageId.value())
                .setParameter("state", state.wire())
                .setParameter("reason", reason);
        valuesOf(mail.occasion()).forEach(insert::setParameter);
        return insert.executeUpdate() == 1;
    }

    private Map<String, @Nullable Object> valuesOf(Occasion occasion) {
        var values = new HashMap<String, @Nullable Object>();
        OPTIONAL.forEach(name -> values.put(name, null));
        switch (occasion) {
            case Occasion.ApplicationArrived a -> {
                values.put("number", a.number());
                values.put("door", a.door());
                values.put("language", a.language());
                values.put("occurred", a.receivedAt());
            }
            case Occasion.IntakeOver o -> {
                values.put("occurred", o.closesAt());
                values.put("applications", o.applications());
                values.put("counts", written(o.counts()));
            }
            case Occasion.MessageDeclined d -> {
                values.put("decline", d.reason().wire());
                values.put("language", d.language());
                values.put("occurred", d.receivedAt());
            }
            case Occasion.ApplicationWithdrawn w -> {
                values.put("language", w.language());
                values.put("occurred", w.withdrawnAt());
            }
            case Occasion.LinkRequested l -> {
                values.put("language", l.language());
                values.put("occurred", l.requestedAt());
            }
            case Occasion.RetentionEnding r -> {
                values.put("erasedOn", r.erasedOn().toString());
                values.put("language", r.language());
                values.put("occurred", r.toldAt());
            }
            case Occasion.WebhookDisabled w -> {
                var failingSince = w.failingSince();
                values.put("webhookEnd", w.end().wire());
                values.put("failingSince", failingSince == null ? null : failingSince.toString());
                values.put("occurred", w.disabledAt());
            }
        }
        return values;
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** The next running number of this posting, from 1; readers of other applications of it wait for the commit. */
    public int nextNumber(UUID posting) {
        return OneColumn.query(database, NEXT_NUMBER, "last", Integer.class)
                .setParameter("posting", posting)
                .getSingleResult();
    }

    /** The running number that the application has got; empty if it is new. */
    public Optional<Integer> numberOf(UUID application) {
        return OneColumn.query(database, NUMBER_OF, "application_number", Integer.class)
                .setParameter("application", application)
                .getResultStream()
                .findFirst();
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
}
