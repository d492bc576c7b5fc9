package org.appel.applications.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

import org.appel.messaging.Trouble;

/**
 * Wraps by the primary master key all keys that an older one wrapped, so that the older one can be taken out of the
 * master keyset. May break off at any instant, be run by several replicas at once and be repeated: what is done is not
 * done again.
 */
@ApplicationScoped
class MasterKeyRotation {
    private static final Logger LOG = Logger.getLogger(MasterKeyRotation.class);

    /** Every table that has keys wrapped by the master keyset: {@code id}, the keys' owner, and {@code wrapped_key}. */
    private static final List<String> TABLES = List.of("application", "sealed_blob", "message", "mail_removal");

    private static final int AT_ONCE = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final long UNKNOWN = -1;

    /** What a master key encrypts begins with its mark, a few bytes into the stored key. */
    private static final String OLD =
            " FROM %s WHERE wrapped_key IS NOT NULL AND position(? IN substring(wrapped_key FROM 1 FOR 16)) = 0";

    private static final String COUNT = "SELECT count(*)" + OLD;
    private static final String SOME = "SELECT id, wrapped_key" + OLD + " AND id > ? ORDER BY id LIMIT " + AT_ONCE;
    /** Changes nothing if the owner was erased, or somebody else wrapped the key, since it was read. */
    private static final String REWRAP = "UPDATE %s SET wrapped_key = ? WHERE id = ? AND wrapped_key = ?";

    private final Sql sql;
    private final Vault vault;
    private final AtomicLong left = new AtomicLong(UNKNOWN);

    MasterKeyRotation(Sql sql, Vault vault, MeterRegistry metrics) {
        this.sql = sql;
        this.vault = vault;
        metrics.gauge("appel.vault.keys.unrotated", left, l -> l.get() == UNKNOWN ? Double.NaN : l.get());
    }

    /** Soon after the start, and again while there is more than one master key, or anything left of an older one. */
    @Scheduled(
            every = "1m",
            delayed = "5s",
            identity = "master-key-rotation",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void watch() {
        if (left.get() == 0 && vault.masterKeys() == 1) {
            return;
        }
        try {
            rotate();
        } catch (RuntimeException e) {
            if (Trouble.of(e) != Trouble.PASSING) {
                throw e;
            }
            LOG.warnf("master key rotation waits, nothing is lost reason=%s", e.getMessage());
        }
    }

    /** @return how many keys are left that the primary master key does not wrap: those that no master key opens */
    long rotate() {
        left.set(TABLES.stream().mapToLong(this::count).sum());
        if (left.get() > 0) {
            LOG.infof("master key rotation begins keys=%d", left.get());
            TABLES.forEach(this::rotate);
            if (left.get() > 0) {
                LOG.errorf("master keyset lacks a key that is in use keys=%d", left.get());
            } else {
                LOG.info("master key rotation ended");
            }
        }
        return left.get();
    }

    private long count(String table) {
        return sql.first(COUNT.formatted(table), q -> q.setBytes(1, vault.primaryMark()), row -> row.getLong(1))
                .orElseThrow();
    }

    private void rotate(String table) {
        var last = BEFORE_ALL;
        for (var some = some(table, last); !some.isEmpty(); some = some(table, last)) {
            var rewrapped = rewrapped(some);
            sql.updateEach(REWRAP.formatted(table), rewrapped, (q, key) -> {
                q.setBytes(1, key.rewrapped());
                q.setObject(2, key.owner());
                q.setBytes(3, key.wrapped());
            });
            left.addAndGet(-rewrapped.size());
            last = some.getLast().owner();
        }
    }

    private List<Wrapped> some(String table, UUID beyond) {
        return sql.list(
                SOME.formatted(table),
                q -> {
                    q.setBytes(1, vault.primaryMark());
                    q.setObject(2, beyond);
                },
                row -> new Wrapped(row.getObject("id", UUID.class), row.getBytes("wrapped_key")));
    }

    private List<Rewrapped> rewrapped(List<Wrapped> keys) {
        var rewrapped = new ArrayList<Rewrapped>();
        for (var key : keys) {
            try {
                rewrapped.add(new Rewrapped(key.owner(), key.wrapped(), vault.rewrap(key.owner(), key.wrapped())));
            } catch (IllegalStateException lost) {
                LOG.debugf("key cannot be opened owner=%s", key.owner());
            }
        }
        return rewrapped;
    }

    private record Wrapped(UUID owner, byte[] wrapped) {}

    private record Rewrapped(UUID owner, byte[] wrapped, byte[] rewrapped) {}
}
