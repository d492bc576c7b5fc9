package org.appel.service;

import java.time.Duration;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.socket.SocketChannel;

/**
 * Puts a {@link HeadWatch} and an {@link AnswerWatch} on every connection that is accepted. The server's idle time-out
 * does not do it: each byte of a dribbling client begins it anew.
 *
 * <p>Netty makes this by {@link java.util.ServiceLoader}, once it was told to by {@link SlowClientsSwitch}, with its own
 * class loader: in a packaged service that is everybody's, in a {@code @QuarkusTest} it is one that does not see this.
 */
public final class SlowClients extends ChannelInitializerExtension {

    /**
     * In bytes, for each connection. The machine's own choice of megabytes takes more at once than a slow but honest
     * client takes in the limit, so that between two pieces it would seem to take nothing.
     */
    private static final int SEND_BUFFER = 128 * 1024;

    private static volatile Duration head = Duration.ofSeconds(20);
    private static volatile Duration answer = Duration.ofSeconds(30);

    /**
     * @param longestHead from the first byte of a request, or from the connection's beginning, to the end of its head
     * @param longestAnswer in which a reader for whom something waits has to take {@link AnswerWatch#LEAST} bytes of it
     */
    static void limitTo(Duration longestHead, Duration longestAnswer) {
        head = longestHead;
        answer = longestAnswer;
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        if (channel instanceof SocketChannel socket) {
            socket.config().setSendBufferSize(SEND_BUFFER);
            channel.pipeline().addFirst(new AnswerWatch(answer), new HeadWatch(head));
        }
    }
}
