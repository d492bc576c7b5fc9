package org.appel.applications.storage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.appel.applications.config.DocumentsConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DocumentStoresTest {
    /** Nothing is asked of it. */
    private static final DataSource NO_DATABASE = new PGSimpleDataSource();

    @ParameterizedTest
    @CsvSource({
        "folder, appel.documents.folder",
        "s3, appel.documents.s3.bucket",
        "tape, 'database, folder or s3'",
        "'', 'database, folder or s3'"
    })
    void a_store_that_is_not_set_stops_the_start_and_says_what_to_set(String store, String said) {
        // When
        var refused = assertThatThrownBy(() -> stores(store, Optional.empty()));

        // Then
        refused.isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("appel.documents.store")
                .hasMessageContaining(said);
    }

    @Test
    void the_database_needs_no_setting() {
        assertThat(stores("database", Optional.empty()).chosen()).isInstanceOf(DatabaseDocumentStore.class);
    }

    @Test
    void what_lies_in_another_store_is_read_there_while_it_is_set(@TempDir Path folder) throws Exception {
        // When
        var stores = stores("database", Optional.of(folder));

        // Then
        assertThat(stores.chosen().name()).isEqualTo("database");
        assertThat(stores.named("folder")).isInstanceOf(FolderDocumentStore.class);
        assertThat(stores.outside()).extracting(DocumentStore::name).containsExactly("folder");
        assertThatThrownBy(() -> stores.named("s3")).hasMessageContaining("store s3, which is not set");
    }

    private static DocumentStores stores(String store, Optional<Path> folder) {
        var sql = new Sql(NO_DATABASE);
        return new DocumentStores(new DatabaseDocumentStore(sql), sql, config(store, folder));
    }

    private static DocumentsConfig config(String store, Optional<Path> folder) {
        return new DocumentsConfig() {
            @Override
            public String store() {
                return store;
            }

            @Override
            public Optional<Path> folder() {
                return folder;
            }

            @Override
            public S3 s3() {
                return new NoBucket();
            }

            @Override
            public boolean sweep() {
                return true;
            }

            @Override
            public Duration orphanAge() {
                return Duration.ofHours(1);
            }
        };
    }

    private static final class NoBucket implements DocumentsConfig.S3 {
        @Override
        public Optional<String> bucket() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> endpoint() {
            return Optional.empty();
        }

        @Override
        public Optional<String> region() {
            return Optional.empty();
        }

        @Override
        public boolean pathStyle() {
            return false;
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }
    }
}
