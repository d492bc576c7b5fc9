package org.appel.inspection.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;

import org.appel.inspection.Format;
import org.appel.inspection.Inspection;
import org.appel.inspection.Inspection.Sound;
import org.appel.inspection.Inspection.Unfit;
import org.appel.inspection.Inspection.Unready;

/** What a process answers. The service's side believes no length and no number in it. */
record Answer(long number, Inspection inspection) {
    private static final int SOUND = 1;
    private static final int UNFIT = 2;
    private static final int UNREADY = 3;

    private static final int MOST_TEXT = 20_000;
    private static final int MOST_REASON = 500;
    private static final int MOST_PROPERTY = 500;
    private static final int MOST_PROPERTIES = 16;

    byte[] toFrame() {
        return Frames.of(out -> {
            out.writeLong(number);
            switch (inspection) {
                case Sound sound -> write(sound, out);
                case Unfit(var why) -> {
                    out.writeByte(UNFIT);
                    Frames.writeText(out, why);
                }
                case Unready(var why) -> {
                    out.writeByte(UNREADY);
                    Frames.writeText(out, why);
                }
            }
        });
    }

    /** @throws IOException if it is no answer, or says more than was agreed */
    static Answer ofFrame(byte[] frame) throws IOException {
        var in = Frames.body(frame);
        var number = in.readLong();
        var inspection =
                switch (in.readByte()) {
                    case SOUND -> readSound(in);
                    case UNFIT -> new Unfit(Frames.readText(in, MOST_REASON));
                    case UNREADY -> new Unready(Frames.readText(in, MOST_REASON));
                    default -> throw new IOException("no answer");
                };
        if (in.available() > 0) {
            throw new IOException("more than an answer");
        }
        return new Answer(number, inspection);
    }

    private static void write(Sound sound, DataOutputStream out) throws IOException {
        out.writeByte(SOUND);
        out.writeByte(sound.format().ordinal());
        out.writeLong(sound.size());
        out.writeBoolean(sound.text() != null);
        if (sound.text() != null) {
            Frames.writeText(out, sound.text());
        }
        out.writeByte(sound.metadata().size());
        for (var property : sound.metadata().entrySet()) {
            Frames.writeText(out, property.getKey());
            Frames.writeText(out, property.getValue());
        }
    }

    private static Sound readSound(DataInputStream in) throws IOException {
        var format = format(in.readUnsignedByte());
        var size = in.readLong();
        var text = in.readBoolean() ? Frames.readText(in, MOST_TEXT) : null;
        int properties = in.readUnsignedByte();
        if (size < 0 || properties > MOST_PROPERTIES) {
            throw new IOException("no document");
        }
        var metadata = new HashMap<String, String>();
        for (int i = 0; i < properties; i++) {
            metadata.put(Frames.readText(in, MOST_PROPERTY), Frames.readText(in, MOST_PROPERTY));
        }
        return new Sound(format, size, text, metadata);
    }

    private static Format format(int ordinal) throws IOException {
        var formats = Format.values();
        if (ordinal >= formats.length) {
            throw new IOException("no format");
        }
        return formats[ordinal];
    }
}
