package org.appel.postings.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
interface Resolver {

    /** All of them; at least one. */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** As the machine does it. */
    static Resolver ofTheMachine() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
