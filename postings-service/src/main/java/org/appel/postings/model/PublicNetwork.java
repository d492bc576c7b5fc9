package org.appel.postings.model;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses lie in the public internet. A service that calls addresses which strangers name must call no other: what
 * is on its own network trusts it.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA special-purpose addresses, IPv4</a> and
 *     <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</a>
 */
public final class PublicNetwork {

    private static final List<Range> NOT_IN_IPV4 = List.of(
            Range.of("this network", 8, 0, 0, 0, 0),
            Range.of("private", 8, 10, 0, 0, 0),
            Range.of("shared by a provider's customers", 10, 100, 64, 0, 0),
            Range.of("loopback", 8, 127, 0, 0, 0),
            Range.of("link-local, where clouds keep their metadata", 16, 169, 254, 0, 0),
            Range.of("private", 12, 172, 16, 0, 0),
            Range.of("protocol assignments", 24, 192, 0, 0, 0),
            Range.of("documentation", 24, 192, 0, 2, 0),
            Range.of("6to4 relays", 24, 192, 88, 99, 0),
            Range.of("private", 16, 192, 168, 0, 0),
            Range.of("benchmarks", 15, 198, 18, 0, 0),
            Range.of("documentation", 24, 198, 51, 100, 0),
            Range.of("documentation", 24, 203, 0, 113, 0),
            Range.of("multicast", 4, 224, 0, 0, 0),
            Range.of("reserved and broadcast", 4, 240, 0, 0, 0));

    /** Global unicast; all else is local, mapped or translated IPv4, multicast, or nobody's. */
    private static final Range IPV6 = Range.of("global unicast", 3, 0x20, 0);

    private static final List<Range> NOT_IN_IPV6 = List.of(
            Range.of("protocol assignments, Teredo among them", 23, 0x20, 0x01, 0x00, 0x00),
            Range.of("documentation", 32, 0x20, 0x01, 0x0d, 0xb8),
            Range.of("6to4, an IPv4 address in disguise", 16, 0x20, 0x02),
            Range.of("documentation", 20, 0x3f, 0xff, 0x00));

    private PublicNetwork() {}

    /** Whether anybody on the internet may reach this address. */
    public static boolean has(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? NOT_IN_IPV4.stream().noneMatch(range -> range.has(bytes))
                : IPV6.has(bytes) && NOT_IN_IPV6.stream().noneMatch(range -> range.has(bytes));
    }

    /**
     * Addresses that begin alike.
     *
     * @param use what they are for
     * @param bits how many bits they have in common
     */
    private record Range(String use, int bits, byte[] start) {

        static Range of(String use, int bits, int... start) {
            var bytes = new byte[start.length];
            for (int i = 0; i < start.length; i++) {
                bytes[i] = (byte) start[i];
            }
            return new Range(use, bits, bytes);
        }

        boolean has(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
