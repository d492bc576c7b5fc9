package org.appel.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection of HTTP/1.1 on which the head of a request does not end in time. Bodies are not its business, nor
 * is anything after a change of protocol: on HTTP/2, TLS and upgraded connections it steps aside.
 */
final class HeadWatch extends ChannelDuplexHandler {

    private static final ByteBuf HTTP_2 = bytes("PRI * HTTP/2.0");
    private static final ByteBuf UPGRADED = bytes("HTTP/1.1 101");
    private static final byte TLS_HANDSHAKE = 0x16;
    /** The line end that ends a line that is empty: CR LF CR LF, read as one number. */
    private static final int END_OF_HEAD = 0x0D0A0D0A;

    private final long limitInMillis;
    private @Nullable Future<?> deadline;
    private boolean first = true;
    private boolean inHead = true;
    private boolean begun;
    private boolean answered;
    private int lastFour;

    HeadWatch(Duration limit) {
        this.limitInMillis = limit.toMillis();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            startClock(context);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        startClock(context);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopClock();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes && bytes.isReadable()) {
            look(context, bytes);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        answered = true;
        if (message instanceof ByteBuf bytes && beginsWith(bytes, UPGRADED)) {
            stepAside(context);
        }
        context.write(message, promise);
    }

    private void look(ChannelHandlerContext context, ByteBuf bytes) {
        if (first && (bytes.getByte(bytes.readerIndex()) == TLS_HANDSHAKE || beginsWith(bytes, HTTP_2))) {
            stepAside(context);
            return;
        }
        first = false;
        if (answered && !inHead) {
            inHead = true;
            begun = false;
            lastFour = 0;
        }
        answered = false;
        if (inHead && endsHead(bytes)) {
            inHead = false;
            stopClock();
        } else if (inHead) {
            // Most heads come in one piece, and need no clock.
            startClock(context);
        }
    }

    private boolean endsHead(ByteBuf bytes) {
        int start = begun ? bytes.readerIndex() : bytes.forEachByte(HeadWatch::isPassedOver);
        if (start < 0) {
            return false;
        }
        begun = true;
        int length = bytes.writerIndex() - start;
        if (length >= Integer.BYTES && bytes.getInt(bytes.writerIndex() - Integer.BYTES) == END_OF_HEAD) {
            // A request without a body in one piece, as most are.
            return true;
        }
        int end = bytes.forEachByte(start, length, b -> {
            lastFour = lastFour << 8 | b & 0xFF;
            return lastFour != END_OF_HEAD;
        });
        return end >= 0;
    }

    /** Before a request Netty passes over spaces, line ends and control characters: they are no head, however they end. */
    private static boolean isPassedOver(byte b) {
        return b >= 0 && b <= ' ' || b == 0x7F;
    }

    private void startClock(ChannelHandlerContext context) {
        if (deadline == null) {
            deadline = context.executor().schedule(() -> context.close(), limitInMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void stopClock() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void stepAside(ChannelHandlerContext context) {
        stopClock();
        context.pipeline().remove(this);
    }

    private static boolean beginsWith(ByteBuf bytes, ByteBuf wanted) {
        return bytes.readableBytes() >= wanted.readableBytes()
                && ByteBufUtil.equals(bytes, bytes.readerIndex(), wanted, 0, wanted.readableBytes());
    }

    private static ByteBuf bytes(String ascii) {
        return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(ascii.getBytes(StandardCharsets.US_ASCII)));
    }
}
