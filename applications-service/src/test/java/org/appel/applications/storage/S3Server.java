package org.appel.applications.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

import org.appel.applications.config.DocumentsConfig;

/** A server that speaks the protocol of Amazon S3 and checks its signatures; it keeps its objects while it is stopped. */
final class S3Server {
    static final String BUCKET = "documents";

    private static final String REGION = "eu-central-1";
    private static final String ACCESS_KEY = "test";
    private static final String SECRET_KEY = "for tests only";

    private final TransientNio2BlobStore objects = new TransientNio2BlobStore();
    private final int port;
    private S3Proxy server;

    S3Server(int port) {
        this.port = port;
        setCredentials();
        server = started();
        try (var client = client()) {
            client.createBucket(b -> b.bucket(BUCKET));
        }
    }

    /** The service's settings for the bucket at that port. */
    static Map<String, String> settings(int port) {
        setCredentials();
        return Map.of(
                "appel.documents.store",
                "s3",
                "appel.documents.s3.bucket",
                BUCKET,
                "appel.documents.s3.endpoint",
                endpoint(port).toString(),
                "appel.documents.s3.region",
                REGION,
                "appel.documents.s3.path-style",
                "true",
                "appel.documents.s3.timeout",
                "10s");
    }

    /** Where the SDK's chain looks first. */
    private static void setCredentials() {
        System.setProperty("aws.accessKeyId", ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", SECRET_KEY);
    }

    private static URI endpoint(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI endpoint() {
        return endpoint(port);
    }

    /** A client of the test's own, that knows nothing of the store under test. */
    S3Client client() {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(endpoint())
                .region(Region.of(REGION))
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .build();
    }

    DocumentsConfig.S3 config(String bucket) {
        return config(endpoint(), bucket);
    }

    static DocumentsConfig.S3 config(URI endpoint, String bucket) {
        setCredentials();
        return new DocumentsConfig.S3() {
            @Override
            public Optional<String> bucket() {
                return Optional.of(bucket);
            }

            @Override
            public Optional<URI> endpoint() {
                return Optional.of(endpoint);
            }

            @Override
            public Optional<String> region() {
                return Optional.of(REGION);
            }

            @Override
            public boolean pathStyle() {
                return true;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(20);
            }
        };
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void start() {
        server = started();
    }

    private S3Proxy started() {
        var proxy = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(endpoint())
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        try {
            proxy.start();
            return proxy;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
