package org.appel.postings.webhook;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.model.Webhook;
import org.appel.postings.model.WebhookState;
import org.appel.postings.storage.ChangeLog;
import org.appel.postings.storage.Deliveries;
import org.appel.postings.storage.JobBoards;
import org.appel.postings.storage.SecretBox;
import org.appel.postings.storage.StoredWebhook;
import org.appel.postings.storage.Webhooks;
import org.appel.postings.webhook.WebhookBody.Wanted;
import org.appel.service.Caller;
import org.appel.service.Ids;
import org.appel.service.Roles;

/**
 * What owners do with their webhooks. A webhook belongs to the client that made it; somebody else's is answered as an
 * unknown one, but for administrators.
 */
@ApplicationScoped
class WebhookDesk {

    private static final Logger LOG = Logger.getLogger(WebhookDesk.class);

    private final Webhooks webhooks;
    private final JobBoards boards;
    private final ChangeLog log;
    private final SecretBox box;
    private final Deliveries deliveries;
    private final Caller caller;
    private final Clock clock;
    private final PostingsConfig.Webhooks config;

    WebhookDesk(
            Webhooks webhooks,
            JobBoards boards,
            ChangeLog log,
            SecretBox box,
            Deliveries deliveries,
            Caller caller,
            Clock clock,
            PostingsConfig config) {
        this.webhooks = webhooks;
        this.boards = boards;
        this.log = log;
        this.box = box;
        this.deliveries = deliveries;
        this.caller = caller;
        this.clock = clock;
        this.config = config.webhooks();
    }

    /**
     * A webhook and the secret that was just made for it.
     *
     * @param secret as its owner is shown it, once
     */
    record WithSecret(StoredWebhook stored, String secret) {

        @Override
        public String toString() {
            return "WithSecret[" + stored + "]";
        }
    }

    /**
     * Lets through who may make webhooks: nobody else's addresses are looked up.
     *
     * @throws PostingRefused if the caller is no registered board, or has as many as it may
     */
    @Transactional
    public void requireMayMake() {
        requireBox();
        requireRegistered();
        requireRoom();
    }

    /**
     * Makes a webhook.
     *
     * @param wanted with an address that was judged to be fit
     * @throws PostingRefused if the caller is no registered board or has as many as it may, or the log has no such place
     */
    @Transactional
    public WithSecret make(Wanted wanted) {
        requireMayMake();
        long head = log.head();
        long place = wanted.from() == null ? head : wanted.from();
        if (place > head) {
            throw new PostingRefused(new Refusal.BeyondTheLog(place, head));
        }
        var secret = Signature.newSecret();
        var webhook = new Webhook(
                Ids.next(),
                caller.client(),
                wanted.url(),
                wanted.events(),
                wanted.organisations(),
                place,
                WebhookState.ACTIVE,
                null,
                null,
                null,
                null,
                clock.instant());
        var stored = webhooks.add(webhook, secret);
        LOG.infof("webhook made webhookId=%s client=%s place=%d", webhook.id(), webhook.client(), place);
        return new WithSecret(stored, Signature.written(secret));
    }

    /**
     * Replaces what the owner decides; the place in the log stays.
     *
     * @param requireSeen refuses a caller who has not seen this revision
     * @param wanted with an address that was judged to be fit
     */
    @Transactional
    public StoredWebhook replace(UUID id, LongConsumer requireSeen, Wanted wanted) {
        var known = locked(id);
        requireSeen.accept(known.revision());
        var before = known.webhook();
        return webhooks.save(new Webhook(
                id,
                before.client(),
                wanted.url(),
                wanted.events(),
                wanted.organisations(),
                before.place(),
                before.state(),
                before.disabledAt(),
                before.disabledReason(),
                before.failingSince(),
                before.restingUntil(),
                before.createdAt()));
    }

    /** Gives it a new secret; the one before signs, too, for a while, and so does one that already did. */
    @Transactional
    public WithSecret rotate(UUID id) {
        var known = locked(id);
        var secret = Signature.newSecret();
        var now = clock.instant();
        webhooks.rotate(id, secret, now, now.plus(config.overlap()));
        LOG.infof("webhook secret replaced webhookId=%s", id);
        return new WithSecret(known, Signature.written(secret));
    }

    /** Calls it again; what waits is sent at once, and what happened meanwhile follows. */
    @Transactional
    public StoredWebhook enable(UUID id) {
        var known = locked(id);
        deliveries.resume(id, known.webhook().failingSince());
        return webhooks.enable(id);
    }

    /** @param requireSeen refuses a caller who has not seen this revision */
    @Transactional
    public void remove(UUID id, LongConsumer requireSeen) {
        requireSeen.accept(locked(id).revision());
        webhooks.delete(id);
        LOG.infof("webhook removed webhookId=%s", id);
    }

    /** @throws PostingRefused with {@link Refusal.UnknownWebhook} */
    @Transactional
    public StoredWebhook get(UUID id) {
        return webhooks.find(id).filter(this::isMine).orElseThrow(() -> unknown(id));
    }

    /**
     * Who answers for a webhook.
     *
     * @throws PostingRefused with {@link Refusal.UnknownWebhook}, also if its board is registered no more
     */
    @Transactional
    public OwnerView owner(UUID id) {
        var webhook = webhooks.find(id).orElseThrow(() -> unknown(id)).webhook();
        return boards.findByClient(webhook.client())
                .map(stored -> OwnerView.of(stored.board(), webhook))
                .orElseThrow(() -> unknown(id));
    }

    /** The caller's, or everybody's for an administrator; in the order of their ids, after one of them. */
    @Transactional
    public List<StoredWebhook> list(UUID after, int limit) {
        return webhooks.list(caller.is(Roles.ADMIN) ? null : caller.client(), after, limit);
    }

    /** Whoever writes a webhook or its messages locks it first: in this order its messages are settled, too. */
    StoredWebhook locked(UUID id) {
        return webhooks.lock(id).filter(this::isMine).orElseThrow(() -> unknown(id));
    }

    private boolean isMine(StoredWebhook stored) {
        return caller.is(Roles.ADMIN) || stored.webhook().client().equals(caller.client());
    }

    private void requireBox() {
        if (!box.isThere()) {
            throw new PostingRefused(new Refusal.NoWebhooks());
        }
    }

    private void requireRegistered() {
        var client = caller.client();
        if (!caller.is(Roles.ADMIN) && boards.findByClient(client).isEmpty()) {
            throw new PostingRefused(new Refusal.UnregisteredBoard(client));
        }
    }

    private void requireRoom() {
        if (webhooks.count(caller.client()) >= config.perClient()) {
            throw new PostingRefused(new Refusal.TooManyWebhooks(config.perClient()));
        }
    }

    private static PostingRefused unknown(UUID id) {
        return new PostingRefused(new Refusal.UnknownWebhook(id));
    }
}
