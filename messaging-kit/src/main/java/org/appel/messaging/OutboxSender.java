package org.appel.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a batch and waits for every acknowledgement.
 *
 * <p>At the first failure the producer is closed without delay and a fresh one is opened for the next attempt: a later
 * record of a key must not arrive while an earlier one has expired, which the idempotent producer alone does not rule
 * out once a batch has left its buffer unsent.
 */
final class OutboxSender {

    private final Map<String, Object> settings;
    private final Function<OutboxRow, ProducerRecord<String, byte[]>> records;
    private final AtomicReference<@Nullable Producer<String, byte[]>> producer = new AtomicReference<>();

    OutboxSender(
            Map<String, Object> kafka,
            Duration deliveryTimeout,
            Function<OutboxRow, ProducerRecord<String, byte[]>> records) {
        this.records = records;
        var producerSettings = new HashMap<>(kafka);
        producerSettings.put(ProducerConfig.ACKS_CONFIG, "all");
        producerSettings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producerSettings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        producerSettings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producerSettings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        producerSettings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        producerSettings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) deliveryTimeout.toMillis() / 2);
        producerSettings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) deliveryTimeout.toMillis());
        producerSettings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        this.settings = Map.copyOf(producerSettings);
    }

    /** The broker did not take the batch; none of it may be deleted. */
    static final class BrokerTrouble extends Exception {
        private static final long serialVersionUID = 1L;

        BrokerTrouble(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    void sendAll(List<OutboxRow> rows) throws BrokerTrouble {
        try {
            Producer<String, byte[]> open = open();
            List<Future<?>> sends = new ArrayList<>(rows.size());
            for (OutboxRow row : rows) {
                sends.add(open.send(records.apply(row), (sent, failure) -> {
                    if (failure != null) {
                        abandon(open);
                    }
                }));
            }
            for (Future<?> send : sends) {
                send.get();
            }
        } catch (ExecutionException e) {
            close();
            throw new BrokerTrouble(e.getCause() == null ? e : e.getCause());
        } catch (KafkaException | IllegalStateException e) {
            close();
            throw new BrokerTrouble(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new BrokerTrouble(e);
        }
    }

    /** Asks the broker for a sign of life, so that no transaction is opened in vain while it is away. */
    void requireBroker() throws BrokerTrouble {
        var probe = new HashMap<String, Object>();
        settings.forEach((name, value) -> {
            if (org.apache.kafka.clients.admin.AdminClientConfig.configNames().contains(name)) {
                probe.put(name, value);
            }
        });
        probe.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        probe.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
        try (var admin = Admin.create(probe)) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException | KafkaException e) {
            throw new BrokerTrouble(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerTrouble(e);
        }
    }

    void close() {
        var open = producer.getAndSet(null);
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    private Producer<String, byte[]> open() {
        var open = producer.get();
        if (open == null) {
            open = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer.set(open);
        }
        return open;
    }

    private void abandon(Producer<String, byte[]> failed) {
        if (producer.compareAndSet(failed, null)) {
            failed.close(Duration.ZERO);
        }
    }
}
