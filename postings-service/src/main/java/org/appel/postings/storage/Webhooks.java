package org.appel.postings.storage;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.panache.common.Page;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Webhook;
import org.appel.postings.model.WebhookEnd;
import org.appel.postings.model.WebhookState;
import org.appel.service.OneColumn;

/** All webhooks; their secrets leave only to sign. Every method runs in the caller's transaction. */
@ApplicationScoped
public class Webhooks {

    private static final Logger LOG = Logger.getLogger(Webhooks.class);

    private final WebhookRows rows;
    private final SecretBox box;

    Webhooks(WebhookRows rows, SecretBox box) {
        this.rows = rows;
        this.box = box;
    }

    public Optional<StoredWebhook> find(UUID id) {
        return rows.findByIdOptional(id).map(WebhookRow::toStored);
    }

    /** Finds a webhook and keeps all others from writing it until the transaction ends. */
    public Optional<StoredWebhook> lock(UUID id) {
        return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(WebhookRow::toStored);
    }

    /**
     * Keeps all others from writing a webhook until the transaction ends.
     *
     * @return where it is called now; empty if there is none
     */
    public Optional<URI> hold(UUID id) {
        return OneColumn.query(
                        rows.getSession(), "SELECT url FROM webhook WHERE id = :id FOR UPDATE", "url", String.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(URI::create);
    }

    /** How many a client has; nobody else makes one for it until the transaction ends. */
    public long count(String client) {
        OneColumn.query(
                        rows.getSession(),
                        "SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtextextended('webhook:' || :client, 0))",
                        "locked",
                        Integer.class)
                .setParameter("client", client)
                .getSingleResult();
        return rows.count("client", client);
    }

    /**
     * In the order of their ids.
     *
     * @param client whose; null for everybody's
     * @param after the id of zeros for the first page
     */
    public List<StoredWebhook> list(@Nullable String client, UUID after, int limit) {
        var found = client == null
                ? rows.find("id > ?1 ORDER BY id", after)
                : rows.find("client = ?1 AND id > ?2 ORDER BY id", client, after);
        return found.page(Page.ofSize(limit)).stream().map(WebhookRow::toStored).toList();
    }

    /** @param secret 24 to 64 bytes */
    public StoredWebhook add(Webhook webhook, byte[] secret) {
        var row = WebhookRow.of(webhook, box.seal(webhook.id(), secret));
        rows.persist(row);
        rows.flush();
        return row.toStored();
    }

    /** Writes what the owner decides of a webhook that was locked before; at another address nothing has failed yet. */
    public StoredWebhook save(Webhook webhook) {
        var row = rows.findById(webhook.id());
        if (!row.url.equals(webhook.url().toString())) {
            row.failingSince = null;
            row.restingUntil = null;
        }
        row.write(webhook);
        rows.flush();
        return row.toStored();
    }

    /**
     * Gives a webhook that was locked before a new secret; the one before is valid, too, until {@code until}. While an
     * earlier one still is, that one stays: whoever lost the answer with the new secret asks again and misses nothing.
     */
    public void rotate(UUID id, byte[] secret, Instant now, Instant until) {
        var row = rows.findById(id);
        if (previous(row, now).isEmpty()) {
            row.previousSecret = row.secret;
        }
        row.previousUntil = until;
        row.secret = box.seal(id, secret);
        rows.flush();
    }

    /** Calls a webhook again that was locked before. */
    public StoredWebhook enable(UUID id) {
        var row = rows.findById(id);
        row.state = WebhookState.ACTIVE;
        row.disabledAt = null;
        row.disabledReason = null;
        row.failingSince = null;
        row.restingUntil = null;
        rows.flush();
        return row.toStored();
    }

    /** Calls a webhook no more that was locked before. */
    public StoredWebhook disable(UUID id, WebhookEnd reason, Instant now) {
        var row = rows.findById(id);
        row.state = WebhookState.DISABLED;
        row.disabledAt = now;
        row.disabledReason = reason;
        rows.flush();
        return row.toStored();
    }

    /**
     * Notes that a message has reached a webhook; where all was well before, nothing is written. A rest that it has asked
     * for stays.
     */
    public void succeeded(UUID id) {
        rows.getSession().createNativeMutationQuery("""
                        UPDATE webhook SET failing_since = NULL,
                            resting_until = CASE WHEN resting_until > appel_now() THEN resting_until END
                        WHERE id = :id AND (failing_since IS NOT NULL OR resting_until <= appel_now())""").setParameter("id", id).executeUpdate();
    }

    /**
     * Notes that a message has not reached a webhook; that is no change of what its owner decides, and of its revision.
     *
     * @param restUntil before which no message is sent to it; null when it need not rest
     * @return since when none has reached it
     */
    public Instant failed(UUID id, Instant now, @Nullable Instant restUntil) {
        return OneColumn.query(rows.getSession(), """
                        WITH noted AS (
                            UPDATE webhook SET failing_since = coalesce(failing_since, :now),
                                resting_until = greatest(resting_until, CAST(:until AS timestamptz))
                            WHERE id = :id RETURNING failing_since)
                        SELECT failing_since FROM noted""", "failing_since", Instant.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .setParameter("until", restUntil)
                .getSingleResult();
    }

    public void delete(UUID id) {
        rows.deleteById(id);
    }

    /** What signs a message to it now: its secret, and the one before while that is still valid. */
    public List<byte[]> secrets(UUID id, Instant now) {
        var row = rows.findById(id);
        var secret = box.open(id, row.secret);
        return previous(row, now).map(previous -> List.of(secret, previous)).orElseGet(() -> List.of(secret));
    }

    /** Empty, too, if the keyset that sealed it is lost: a message with one signature is better than none. */
    private Optional<byte[]> previous(WebhookRow row, Instant now) {
        var sealed = row.previousSecret;
        if (sealed == null || row.previousUntil == null || !now.isBefore(row.previousUntil)) {
            return Optional.empty();
        }
        try {
            return Optional.of(box.open(row.id, sealed));
        } catch (IllegalStateException e) {
            LOG.warnf("webhook is signed with its new secret only webhookId=%s reason=%s", row.id, e.getMessage());
            return Optional.empty();
        }
    }
}
