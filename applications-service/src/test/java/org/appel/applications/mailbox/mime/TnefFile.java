package org.appel.applications.mailbox.mime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a {@code winmail.dat} as Outlook does (MS-OXTNEF). */
final class TnefFile {
    private static final int MESSAGE_CLASS = 0x00078008;
    private static final int MESSAGE_PROPERTIES = 0x00069003;
    private static final int ATTACHMENT_BEGINS = 0x00069002;
    private static final int ATTACHMENT_DATA = 0x0006800F;
    private static final int ATTACHMENT_TITLE = 0x00018010;
    private static final int BODY = 0x1000001E;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    TnefFile(String body) {
        bytes.writeBytes(little(4).putInt(0x223E9F78).array());
        bytes.writeBytes(little(2).putShort((short) 1).array());
        attribute(1, MESSAGE_CLASS, "IPM.Microsoft Mail.Note\0".getBytes(StandardCharsets.US_ASCII));
        var text = (body + "\0").getBytes(Charsets.WINDOWS);
        int padded = (text.length + 3) / 4 * 4;
        attribute(
                1,
                MESSAGE_PROPERTIES,
                little(16 + padded)
                        .putInt(1)
                        .putInt(BODY)
                        .putInt(1)
                        .putInt(text.length)
                        .put(text)
                        .array());
    }

    TnefFile with(String name, byte[] content) {
        attribute(2, ATTACHMENT_BEGINS, new byte[14]);
        attribute(2, ATTACHMENT_TITLE, (name + "\0").getBytes(Charsets.WINDOWS));
        attribute(2, ATTACHMENT_DATA, content);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private void attribute(int level, int id, byte[] data) {
        int sum = 0;
        for (byte one : data) {
            sum += one & 0xFF;
        }
        bytes.write(level);
        bytes.writeBytes(little(8).putInt(id).putInt(data.length).array());
        bytes.writeBytes(data);
        bytes.writeBytes(little(2).putShort((short) sum).array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
