package org.appel.applications.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

import org.appel.applications.config.DocumentsConfig;
import org.appel.applications.model.Content;

/** Keeps contents as objects of a bucket, each sent as it is sealed. */
final class S3DocumentStore implements ObjectStore {
    static final String NAME = "s3";

    private static final Logger LOG = Logger.getLogger(S3DocumentStore.class);
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    /** The most that one request may remove (Amazon S3, DeleteObjects). */
    private static final int PAGE = 1000;

    private final S3Client client;
    private final String bucket;
    private final Supplier<UUID> home;

    /** @param home names this database's own part of the bucket */
    S3DocumentStore(S3Client client, String bucket, Supplier<UUID> home) {
        this.client = client;
        this.bucket = bucket;
        this.home = home;
    }

    /**
     * A store by the settings.
     *
     * @throws IllegalStateException if they are not enough to speak to any
     */
    static S3DocumentStore of(DocumentsConfig.S3 config, String bucket, Supplier<UUID> home) {
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(TO_CONNECT)
                        .socketTimeout(config.timeout()))
                .overrideConfiguration(all -> all.apiCallTimeout(config.timeout()))
                .forcePathStyle(config.pathStyle())
                // What is sealed proves itself; many servers do not know the newer sums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        config.endpoint().ifPresent(builder::endpointOverride);
        config.region().map(Region::of).ifPresent(builder::region);
        try {
            return new S3DocumentStore(builder.build(), bucket, home);
        } catch (SdkException e) {
            throw new IllegalStateException("appel.documents.s3: " + e.getMessage(), e);
        }
    }

    /**
     * Makes sure that the bucket is there, as far as anybody can say at this moment.
     *
     * @throws IllegalStateException if it is unknown or forbidden
     */
    void requireBucket() {
        try {
            client.headBucket(b -> b.bucket(bucket));
        } catch (S3Exception e) {
            if (e.statusCode() < 500) {
                throw new IllegalStateException(
                        "appel.documents.s3.bucket: bucket " + bucket + " answers " + e.statusCode(), e);
            }
            LOG.warnf("document store is away store=%s reason=%s", NAME, e.getMessage());
        } catch (SdkException e) {
            LOG.warnf("document store is away store=%s reason=%s", NAME, e.getMessage());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void put(List<SealedContent> contents) throws IOException {
        for (var content : contents) {
            put(content);
        }
    }

    @Override
    public InputStream get(UUID content) throws IOException {
        try {
            return client.getObject(b -> b.bucket(bucket).key(key(content)));
        } catch (NoSuchKeyException e) {
            throw new FileNotFoundException("Content " + content + " is not there");
        } catch (SdkException e) {
            throw new IOException("Content " + content + " could not be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void remove(Collection<UUID> contents) throws IOException {
        var left = new ArrayList<>(contents);
        while (!left.isEmpty()) {
            var some = left.subList(0, Math.min(PAGE, left.size()));
            removeSome(List.copyOf(some));
            some.clear();
        }
    }

    @Override
    public void eachBefore(Instant time, Page page) throws IOException {
        try {
            for (var answer :
                    client.listObjectsV2Paginator(b -> b.bucket(bucket).prefix(prefix()))) {
                var old = answer.contents().stream()
                        .filter(object -> object.lastModified().isBefore(time))
                        .map(this::id)
                        .flatMap(Optional::stream)
                        .toList();
                if (!old.isEmpty()) {
                    page.take(old);
                }
            }
        } catch (SdkException e) {
            throw new IOException("The contents could not be listed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private void put(SealedContent content) throws IOException {
        try {
            client.putObject(
                    b -> b.bucket(bucket).key(key(content.id())),
                    RequestBody.fromContentProvider(
                            () -> opened(content.sealed()), content.size(), "application/octet-stream"));
        } catch (SdkException | UncheckedIOException e) {
            throw new IOException("Content " + content.id() + " could not be put: " + e.getMessage(), e);
        }
    }

    private void removeSome(List<UUID> contents) throws IOException {
        var objects = contents.stream()
                .map(content -> ObjectIdentifier.builder().key(key(content)).build())
                .toList();
        try {
            var answer = client.deleteObjects(
                    b -> b.bucket(bucket).delete(d -> d.quiet(true).objects(objects)));
            if (answer.hasErrors() && !answer.errors().isEmpty()) {
                throw new IOException("Not all contents could be removed: "
                        + answer.errors().getFirst().code());
            }
        } catch (SdkException e) {
            throw new IOException("Contents could not be removed: " + e.getMessage(), e);
        }
    }

    private String key(UUID content) {
        return prefix() + content;
    }

    private String prefix() {
        return home.get() + "/";
    }

    private Optional<UUID> id(S3Object object) {
        try {
            return Optional.of(UUID.fromString(object.key().substring(prefix().length())));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static InputStream opened(Content content) {
        try {
            return content.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
