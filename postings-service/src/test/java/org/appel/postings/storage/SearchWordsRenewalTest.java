package org.appel.postings.storage;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.postings.HiringDesk;
import org.appel.testing.RealInfrastructure;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class SearchWordsRenewalTest {

    @Inject
    SearchWordsRenewal renewal;

    @Inject
    DataSource database;

    @Test
    void words_of_an_older_release_are_made_anew_and_the_posting_stays_as_it_is() throws SQLException {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(aNotice(organisation).titled("Directeur·rice du programme"));
        run("UPDATE posting SET words = 'directeur rice du programme', words_version = 0 WHERE id = '" + open.id()
                + "'");

        // When
        renewal.renewAll();

        // Then
        assertThat(asAnyone()
                        .get("/postings?q=directrice&organisation=" + organisation)
                        .jsonPath()
                        .getList("items.id", UUID.class))
                .containsExactly(open.id());
        assertThat(HiringDesk.publicView(open.id()).header("ETag"))
                .startsWith(open.etag().substring(0, 2));
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
