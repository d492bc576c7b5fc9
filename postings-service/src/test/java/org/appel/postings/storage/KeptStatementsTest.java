package org.appel.postings.storage;

import java.time.Duration;

import jakarta.persistence.EntityManagerFactory;

import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class KeptStatementsTest {

    private final EntityManagerFactory database;

    KeptStatementsTest(EntityManagerFactory database) {
        this.database = database;
    }

    @Test
    void what_hibernate_makes_of_the_statements_of_the_watches_is_found_again_the_next_time() {
        // Given
        var statistics = database.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);

        // When
        long hits = statistics.getQueryPlanCacheHitCount();
        long misses = statistics.getQueryPlanCacheMissCount();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        statistics.getQueryPlanCacheHitCount() - hits + statistics.getQueryPlanCacheMissCount() - misses
                                >= 300);

        // Then: each watch has some statements, which are new once
        assertThat(statistics.getQueryPlanCacheMissCount() - misses).isLessThan(30);
    }
}
