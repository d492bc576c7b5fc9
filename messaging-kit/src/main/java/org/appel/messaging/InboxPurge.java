package org.appel.messaging;

import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** Forgets the ids of events that their topic no longer holds, so that the inbox does not grow for ever. */
@ApplicationScoped
class InboxPurge {

    private static final Logger LOG = Logger.getLogger(InboxPurge.class);
    private static final String DELETE = """
            DELETE FROM inbox
            WHERE noted_at < appel_now() - make_interval(secs => ?) AND NOT topic = ANY (?)""";

    private final DataSource dataSource;
    private final MessagingConfig.Inbox config;

    InboxPurge(DataSource dataSource, MessagingConfig config) {
        this.dataSource = dataSource;
        this.config = config.inbox();
    }

    @Scheduled(every = "6h", delayed = "10m", identity = "inbox-purge")
    void purge() {
        try (var connection = dataSource.getConnection();
                var delete = connection.prepareStatement(DELETE)) {
            delete.setDouble(1, config.keep().toSeconds());
            delete.setArray(
                    2, connection.createArrayOf("text", config.foreverTopics().toArray()));
            LOG.debugf("inbox purged rows=%d", delete.executeUpdate());
        } catch (SQLException e) {
            LOG.debug("inbox could not be purged", e);
        }
    }
}
