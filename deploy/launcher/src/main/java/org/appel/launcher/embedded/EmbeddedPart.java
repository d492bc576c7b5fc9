package org.appel.launcher.embedded;

/** Something that runs inside this JVM, or is held by it, and keeps its port and its data over a stop and a start. */
public interface EmbeddedPart extends AutoCloseable {

    /** Starts and returns when it can be used; does nothing when it runs. */
    void start();

    /** Stops and returns when the port is free; does nothing when it is stopped. Data is kept. */
    void stop();

    /** The TCP port on 127.0.0.1, the same before, while and after it runs. */
    int port();

    @Override
    default void close() {
        stop();
    }
}
