package org.appel.service;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose reader takes less than {@value #LEAST} bytes of what waits for it within the limit. While
 * nothing waits to be written it does nothing, whatever the protocol: a stream of events may be silent for hours. An answer
 * that the machine's buffers take at once, as nearly all are, costs a look at whether anything is left.
 */
final class AnswerWatch extends ChannelDuplexHandler {

    /** In bytes. A reader of 5 KB a second takes them in the usual limit of 30 s, in whatever pieces its machine does. */
    static final int LEAST = 64 * 1024;

    private final long limitInMillis;
    private @Nullable Future<?> deadline;
    /** Bytes that were written and not flushed yet: no reader can take them. */
    private long held;
    /** Bytes that were flushed, since the connection began. */
    private long given;
    /** Bytes that were taken when the clock began to run. */
    private long takenBefore;

    AnswerWatch(Duration limit) {
        this.limitInMillis = limit.toMillis();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopClock();
        context.fireChannelInactive();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        held += size(message);
        context.write(message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        boolean waited = isWaiting(context);
        given += held;
        held = 0;
        context.flush();
        if (!waited && isWaiting(context)) {
            startClock(context);
        }
    }

    private void look(ChannelHandlerContext context) {
        if (!isWaiting(context)) {
            return;
        }
        if (taken(context) - takenBefore < LEAST) {
            context.close();
        } else {
            startClock(context);
        }
    }

    private static boolean isWaiting(ChannelHandlerContext context) {
        var buffer = buffer(context);
        return buffer != null && !buffer.isEmpty();
    }

    private long taken(ChannelHandlerContext context) {
        return given - waiting(context);
    }

    /** Bytes that were flushed and not taken, of the message that is being written what is left. */
    private static long waiting(ChannelHandlerContext context) {
        var buffer = buffer(context);
        if (buffer == null) {
            return 0;
        }
        var sum = new long[1];
        try {
            buffer.forEachFlushedMessage(message -> {
                sum[0] += size(message);
                return true;
            });
        } catch (Exception e) {
            throw new IllegalStateException("Adding sizes throws nothing", e);
        }
        return sum[0];
    }

    /** Null once the connection is closed. */
    private static @Nullable ChannelOutboundBuffer buffer(ChannelHandlerContext context) {
        return context.channel().unsafe().outboundBuffer();
    }

    /** Anew, if it runs for what waited before and is gone. */
    private void startClock(ChannelHandlerContext context) {
        stopClock();
        takenBefore = taken(context);
        deadline = context.executor().schedule(() -> look(context), limitInMillis, TimeUnit.MILLISECONDS);
    }

    private void stopClock() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private static long size(Object message) {
        return switch (message) {
            case ByteBuf bytes -> bytes.readableBytes();
            case FileRegion file -> file.count() - file.transferred();
            default -> 0;
        };
    }
}
