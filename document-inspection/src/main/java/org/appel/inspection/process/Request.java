package org.appel.inspection.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.appel.inspection.Wish;

/**
 * What a process is asked.
 *
 * @param file absolute
 * @param target absolute; null to look only
 */
public record Request(Path file, @Nullable Path target, Set<Wish> wishes) {
    private static final int LONGEST_PATH = 4096;

    public Request {
        wishes = Set.copyOf(wishes);
    }

    /** Says nothing of the files, whose names may be a candidate's. */
    @Override
    public String toString() {
        return "Request[]";
    }

    /** @param number comes back with the answer */
    byte[] toFrame(long number) {
        return Frames.of(out -> {
            out.writeLong(number);
            Frames.writeText(out, file.toString());
            Frames.writeText(out, target == null ? "" : target.toString());
            out.writeByte(wishes.stream().mapToInt(wish -> 1 << wish.ordinal()).sum());
        });
    }

    static Numbered ofFrame(byte[] frame) throws IOException {
        var in = Frames.body(frame);
        var number = in.readLong();
        var file = Path.of(Frames.readText(in, LONGEST_PATH));
        var target = Frames.readText(in, LONGEST_PATH);
        int bits = in.readUnsignedByte();
        var wishes = EnumSet.allOf(Wish.class);
        wishes.removeIf(wish -> (bits & 1 << wish.ordinal()) == 0);
        return new Numbered(number, new Request(file, target.isEmpty() ? null : Path.of(target), wishes));
    }

    /** A request as it came. */
    record Numbered(long number, Request request) {}
}
