package org.appel.messaging;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

import org.appel.messaging.NumberEventV1.NumberCountedV1;
import org.appel.messaging.NumberEventV1.SeriesEndedV1;

/** A small service: tells numbers on topic {@code told}, and keeps the numbers that it reads from topic {@code numbers}. */
@ApplicationScoped
class Numbers implements EventHandler {

    static final String COUNTED = "org.appel.NumberCounted.v1";

    private final DataSource dataSource;
    private final Outbox outbox;
    private final Inbox inbox;
    private final SkippedEvents skipped;

    Numbers(DataSource dataSource, Outbox outbox, Inbox inbox, SkippedEvents skipped) {
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.inbox = inbox;
        this.skipped = skipped;
    }

    @Incoming("numbers")
    Flow.Subscriber<Message<byte[]>> reader() {
        return inbox.groupReader(this);
    }

    @Override
    public String topic() {
        return "numbers";
    }

    @Override
    public void handle(Envelope envelope) {
        envelope.as(NumberEventV1.class)
                .ifPresentOrElse(this::apply, () -> skipped.count(envelope.topic(), envelope.type()));
    }

    private void apply(NumberEventV1 event) {
        switch (event) {
            case NumberCountedV1 counted -> {
                if (isInTrouble(counted.series())) {
                    throw new PoisonEvent("Series " + counted.series() + " is in trouble");
                }
                execute("INSERT INTO number VALUES (?, " + counted.number() + ")", counted.series());
            }
            case SeriesEndedV1 ended -> execute("DELETE FROM number WHERE series = ?", ended.series());
        }
    }

    /** Stores the number and tells it, in one transaction. */
    void tell(String series, int number) {
        QuarkusTransaction.requiringNew().run(() -> {
            execute("INSERT INTO number VALUES (?, " + number + ")", series);
            outbox.record("told", series, series, new NumberCountedV1(series, number));
        });
    }

    void makeTrouble(String series) {
        execute("INSERT INTO trouble VALUES (?)", series);
    }

    void mend(String series) {
        execute("DELETE FROM trouble WHERE series = ?", series);
    }

    List<Integer> of(String series) {
        return query("SELECT number FROM number WHERE series = ? ORDER BY number", series);
    }

    /** In the order of the transactions that stored them. */
    List<Integer> inOrderOfEffect(String series) {
        return query("SELECT number FROM number WHERE series = ? ORDER BY effect", series);
    }

    /** In how many the numbers were stored. */
    int transactions(String series) {
        return query("SELECT count(DISTINCT xmin::text)::integer FROM number WHERE series = ?", series)
                .getFirst();
    }

    private boolean isInTrouble(String series) {
        return !query("SELECT 1 FROM trouble WHERE series = ?", series).isEmpty();
    }

    private List<Integer> query(String sql, String parameter) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            try (var rows = query.executeQuery()) {
                var numbers = new ArrayList<Integer>();
                while (rows.next()) {
                    numbers.add(rows.getInt(1));
                }
                return numbers;
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("query", e);
        }
    }

    private void execute(String sql, String parameter) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("execute", e);
        }
    }
}
