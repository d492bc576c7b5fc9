package org.appel.launcher.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Finds and tests TCP ports on 127.0.0.1. */
public final class Ports {

    /** Below the range from which systems take the ports of outgoing connections, so that a stopped part finds its port again. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 29_999;
    private static final int ATTEMPTS = 1_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port nobody listens on, never the same twice in one JVM.
     *
     * @throws EmbeddedPartFailed when none was found
     */
    public static int free() {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new EmbeddedPartFailed("no free port between " + LOWEST + " and " + HIGHEST);
    }

    /** Whether somebody could listen on the port now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException busy) {
            return false;
        }
    }
}
