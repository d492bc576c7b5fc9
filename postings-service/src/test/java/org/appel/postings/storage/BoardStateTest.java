package org.appel.postings.storage;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.postings.config.PostingsConfig;
import org.appel.testing.RealInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class BoardStateTest {

    @Inject
    DataSource database;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    Clock clock;

    @Inject
    PostingsConfig config;

    @Test
    void a_look_that_waited_long_for_its_connection_is_trusted_as_long_as_any_other() {
        // Given
        var wait = config.reading().trustedFor().plusMillis(200);
        var state = new BoardState(slow(database, wait), transaction, clock, config);

        // When
        state.look();

        // Then
        assertThat(state.isCurrent(state.stamp())).isTrue();
        state.stop(new ShutdownEvent());
    }

    private static DataSource slow(DataSource database, Duration wait) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    Thread.sleep(wait);
                    return method.invoke(database, arguments);
                });
    }
}
