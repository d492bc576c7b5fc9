package org.appel.launcher.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.appel.launcher.embedded.EmbeddedBroker;
import org.appel.launcher.embedded.EmbeddedDatabase;
import org.appel.launcher.embedded.EmbeddedIdentity;
import org.appel.launcher.embedded.EmbeddedMail;
import org.appel.launcher.embedded.FileTree;
import org.appel.launcher.embedded.Ports;
import org.appel.launcher.embedded.TokenClaims;
import org.appel.launcher.embedded.TopicPlan;
import org.appel.launcher.http.Api;
import org.appel.launcher.process.JavaCommand;
import org.appel.launcher.process.Service;
import org.appel.launcher.process.ServiceProcess;

/**
 * The whole of Appel on this machine: broker, database, mail and identity in this JVM, the three services as they are shipped beside it. A service
 * that dies is started again.
 *
 * <p>{@link #close} stops everything in seconds and removes the data unless they are to be kept.
 */
public final class LocalSystem implements AutoCloseable {

    private static final int PARTITIONS = 8;
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(12);

    private final LocalSettings settings;
    private final Progress progress;
    private final DataDirectory directory;
    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;
    private final EmbeddedMail mail;
    private final EmbeddedIdentity identity;
    private final ClockShift clock;
    private final Secrets secrets;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private boolean closed;

    private LocalSystem(LocalSettings settings, Progress progress, Clock machine, DataDirectory directory) {
        this.settings = settings;
        this.progress = progress;
        this.directory = directory;
        var data = directory.data();
        var ports = settings.ports();
        secrets = Secrets.in(data.resolve("secrets.json"));
        broker = new EmbeddedBroker(data.resolve("broker"), ports.broker());
        database = new EmbeddedDatabase(
                data.resolve("database"),
                ports.database(),
                secrets.database(),
                settings.mode() == JavaCommand.Mode.DEPLOYED);
        mail = new EmbeddedMail(ports.smtp(), ports.imap());
        identity = new EmbeddedIdentity(identityKey(), ports.identity(), clients(secrets), machine);
        clock = new ClockShift(database, machine);
        for (var service : Service.values()) {
            services.put(service, process(service));
        }
    }

    /**
     * Takes the data directory and the ports, and starts nothing yet: {@link #close} is to be called whatever comes.
     *
     * @throws CannotStart when a port is busy or the data directory is in use
     */
    public static LocalSystem prepare(LocalSettings settings, Progress progress, Clock machine) {
        var directory = DataDirectory.take(settings.data(), settings.keep());
        try {
            settings.ports().requireFree();
            return new LocalSystem(settings, progress, machine, directory);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Prepares and starts; what was started is stopped again when a part fails. */
    public static LocalSystem started(LocalSettings settings, Progress progress, Clock machine) {
        var system = prepare(settings, progress, machine);
        try {
            system.start();
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    /** Starts all parts and returns when every service is ready and its clock is set. */
    public void start() {
        identity.start();
        inParallel(this::startDatabase, this::startBroker, this::startMail);
        clock.moveTo(settings.at());
        startServices();
        inParallel(services.values().stream().map(this::awaiting).toArray(Runnable[]::new));
        if (settings.at() != null) {
            moveClockTo(settings.at());
        }
        new RunningSystem(
                        ProcessHandle.current().pid(),
                        settings.ports(),
                        identity.url().toString(),
                        identityKey().toString())
                .write(directory.root());
    }

    private synchronized void startServices() {
        if (!closed) {
            services.values().forEach(ServiceProcess::start);
        }
    }

    private void startDatabase() {
        database.start();
        for (var service : Service.values()) {
            database.createDatabase(service.database(), service.database(), secrets.database());
        }
        progress.ready("database");
    }

    private void startBroker() {
        broker.start();
        broker.createTopics(TopicPlan.ofAppel(PARTITIONS));
        progress.ready("broker");
    }

    private void startMail() {
        mail.start();
        progress.ready("mail");
    }

    private Runnable awaiting(ServiceProcess service) {
        return () -> {
            service.awaitReady();
            progress.ready(service.service().id());
        };
    }

    private ServiceProcess process(Service service) {
        return process(service, service.id(), settings.ports().of(service));
    }

    /** One more process of the service, beside the first and on a free port, not yet started; the caller stops it. */
    public ServiceProcess replica(Service service) {
        var port = Ports.free();
        return process(service, service.id() + "-" + port, port);
    }

    private ServiceProcess process(Service service, String name, int port) {
        var command = new JavaCommand(
                settings.repository(),
                settings.data(),
                FileTree.make(directory.data().resolve("temporary")),
                settings.mode());
        var environment =
                new HashMap<>(new ServiceEnvironment(settings.ports(), secrets, settings.uploadLimit()).of(service));
        environment.putAll(settings.environment());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return new ServiceProcess(
                service,
                command,
                environment,
                FileTree.make(logs()).resolve(name + ".log"),
                URI.create("http://127.0.0.1:" + port),
                progress::restarting);
    }

    private static Map<String, EmbeddedIdentity.Client> clients(Secrets secrets) {
        return Map.of(ServiceEnvironment.CLIENT_ID, new EmbeddedIdentity.Client(secrets.client(), Set.of("service")));
    }

    private Path identityKey() {
        return directory.data().resolve("identity.json");
    }

    /** Where each service writes its log. */
    public Path logs() {
        return directory.data().resolve("logs");
    }

    /** Makes it {@code moment} for the whole system and returns when every service follows; null for the machine's time. */
    public void moveClockTo(@Nullable Instant moment) {
        clock.moveTo(moment);
        services.values().forEach(ServiceProcess::awaitReady);
    }

    /** The same without waiting for the services, for while one of them is away. */
    public void moveDatabaseClocksTo(Instant moment) {
        clock.moveTo(moment);
    }

    /** What the services take for the present. */
    public Instant now() {
        return clock.now();
    }

    public ServiceProcess service(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    /** The service's API as somebody with the role sees it. */
    public Api api(Service service, String role, String... organisations) {
        return new Api(service(service).url(), token(role, organisations));
    }

    /** A bearer token, good for twelve hours. */
    public String token(String role, String... organisations) {
        var subject = organisations.length == 0 ? role : role + "@" + organisations[0];
        return identity.issuer().issue(new TokenClaims(subject, Set.of(role), Set.of(organisations), TOKEN_LIFETIME));
    }

    public EmbeddedBroker broker() {
        return broker;
    }

    public EmbeddedDatabase database() {
        return database;
    }

    public EmbeddedMail mail() {
        return mail;
    }

    public EmbeddedIdentity identity() {
        return identity;
    }

    public LocalSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            services.values().forEach(ServiceProcess::requestStop);
        }
        inParallel(services.values().stream()
                .<Runnable>map(service -> settings.mode() == JavaCommand.Mode.TRAIN ? service::awaitEnd : service::stop)
                .toArray(Runnable[]::new));
        identity.close();
        mail.close();
        inParallel(broker::close, database::close);
        directory.close();
    }

    /** Returns when all are done, or throws as soon as one failed. */
    private static void inParallel(Runnable... tasks) {
        var done = Stream.of(tasks)
                .map(task -> CompletableFuture.runAsync(task, Thread::startVirtualThread))
                .toArray(CompletableFuture<?>[]::new);
        var all = CompletableFuture.allOf(done);
        Stream.of(done)
                .forEach(each -> each.exceptionally(failure -> {
                    all.completeExceptionally(failure);
                    return null;
                }));
        try {
            all.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
