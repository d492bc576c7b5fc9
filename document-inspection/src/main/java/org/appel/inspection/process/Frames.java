package org.appel.inspection.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What goes through the pipes: a length of four bytes and that many bytes, never more than a few pages of text. */
final class Frames {
    /** 20 000 characters of text in UTF-8 and all the rest fit well. */
    static final int LARGEST = 1 << 17;

    private Frames() {}

    /** Writes the parts of a frame. */
    interface Body {
        void writeTo(DataOutputStream out) throws IOException;
    }

    static byte[] of(Body body) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes what it is given", e);
        }
        return bytes.toByteArray();
    }

    static DataInputStream body(byte[] frame) {
        return new DataInputStream(new ByteArrayInputStream(frame));
    }

    /** @throws IOException if the other side has ended, or what it says is no frame */
    static byte[] read(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        int length = data.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("no frame");
        }
        var frame = new byte[length];
        data.readFully(frame);
        return frame;
    }

    static void write(OutputStream out, byte[] frame) throws IOException {
        var whole = ByteBuffer.allocate(Integer.BYTES + frame.length)
                .putInt(frame.length)
                .put(frame);
        out.write(whole.array());
        out.flush();
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** @throws IOException if there is less, or more than {@code most} characters */
    static String readText(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("no text");
        }
        var text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (text.length() > most) {
            throw new IOException("longer than agreed");
        }
        return text;
    }
}
