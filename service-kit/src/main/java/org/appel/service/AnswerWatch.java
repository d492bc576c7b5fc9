package org.appel.service;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose reader takes less than {@value #LEAST} bytes of what waits for it within the limit. While
 * nothing waits to be written it does nothing, whatever the protocol: a stream of events may be silent for hours.
 */
final class AnswerWatch extends ChannelDuplexHandler {

    /** In bytes. A reader of 5 KB a second takes them in the usual limit of 30 s, in whatever pieces its machine does. */
    static final int LEAST = 64 * 1024;

    private final long limitInMillis;
    private @Nullable Future<?> deadline;
    private long waiting;
    private long written;
    private long writtenBefore;

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
        long size = size(message);
        if (size == 0) {
            context.write(message, promise);
            return;
        }
        waiting += size;
        if (deadline == null) {
            startClock(context);
        }
        context.write(message, promise.unvoid().addListener(done -> written(size)));
    }

    private void written(long size) {
        waiting -= size;
        written += size;
        if (waiting == 0) {
            stopClock();
        }
    }

    private void look(ChannelHandlerContext context) {
        if (progress(context) - writtenBefore < LEAST) {
            context.close();
            return;
        }
        startClock(context);
    }

    /** With what is gone of the message that is being written. */
    private long progress(ChannelHandlerContext context) {
        var buffer = context.channel().unsafe().outboundBuffer();
        return written + (buffer == null ? 0 : buffer.currentProgress());
    }

    private void startClock(ChannelHandlerContext context) {
        writtenBefore = progress(context);
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
            case FileRegion file -> file.count();
            default -> 0;
        };
    }
}
