package org.appel.service;

import java.time.Duration;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.socket.SocketChannel;

/**
 * Puts a {@link HeadWatch} on every connection that is accepted. The server's idle time-out does not do it: each byte
 * of a dribbling client begins it anew.
 *
 * <p>Netty makes this by {@link java.util.ServiceLoader}, once it was told to by {@link SlowHeadsSwitch}, with its own
 * class loader: in a packaged service that is everybody's, in a {@code @QuarkusTest} it is one that does not see this.
 */
public final class SlowHeads extends ChannelInitializerExtension {

    private static volatile Duration limit = Duration.ofSeconds(20);

    /** @param longest from the first byte of a request, or from the connection's beginning, to the end of its head */
    static void limitTo(Duration longest) {
        limit = longest;
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        if (channel instanceof SocketChannel) {
            channel.pipeline().addFirst(new HeadWatch(limit));
        }
    }
}
