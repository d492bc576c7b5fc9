package org.appel.postings.storage;

import java.lang.reflect.Proxy;
import java.time.Clock;
import javax.sql.DataSource;

import jakarta.transaction.TransactionSynchronizationRegistry;

import org.appel.postings.config.PostingsConfig;

/** What a process knows of the board in circumstances that are rare. */
public final class BoardStates {

    private BoardStates() {}

    /** While the database does not answer: nothing is known. */
    public static BoardState unknown(Clock clock, PostingsConfig config) {
        return new BoardState(none(DataSource.class), none(TransactionSynchronizationRegistry.class), clock, config);
    }

    private static <T> T none(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> {
            throw new IllegalStateException(method.getName());
        }));
    }
}
