package org.appel.applications.storage;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

import org.appel.testing.RealInfrastructure;

@QuarkusTest
@RealInfrastructure
@TestProfile(DocumentsInS3Test.InS3.class)
class DocumentsInS3Test extends OutsideStoreContract {
    private static final String PORT = "test.s3.port";

    private static S3Server server;
    private static S3Client client;

    /** The service with a bucket for its documents, which is not there yet when the service starts. */
    public static final class InS3 implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var port = S3Server.freePort();
            var settings = new HashMap<>(S3Server.settings(port));
            settings.put(PORT, String.valueOf(port));
            return settings;
        }
    }

    @BeforeAll
    static void start() {
        server = new S3Server(ConfigProvider.getConfig().getValue(PORT, Integer.class));
        client = server.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.stop();
    }

    @Override
    Set<UUID> there() {
        var there = new HashSet<UUID>();
        client.listObjectsV2Paginator(b -> b.bucket(S3Server.BUCKET)).contents().stream()
                .map(S3Object::key)
                .forEach(key -> there.add(UUID.fromString(key.substring(key.indexOf('/') + 1))));
        return there;
    }

    @Override
    byte[] raw(UUID content) throws IOException {
        var key = client.listObjectsV2Paginator(b -> b.bucket(S3Server.BUCKET)).contents().stream()
                .map(S3Object::key)
                .filter(found -> found.endsWith(content.toString()))
                .findFirst()
                .orElseThrow();
        try (var object = client.getObject(b -> b.bucket(S3Server.BUCKET).key(key))) {
            return object.readAllBytes();
        }
    }

    @Override
    void goAway() {
        server.stop();
    }

    @Override
    void comeBack() {
        server.start();
    }
}
