package org.appel.postings.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
interface Resolver {

    /**
     * All of them; at least one.
     *
     * @param limit how long it may take
     * @throws UnknownHostException also if it takes longer
     */
    List<InetAddress> resolve(String host, Duration limit) throws UnknownHostException;
}
