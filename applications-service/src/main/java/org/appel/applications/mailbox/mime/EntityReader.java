package org.appel.applications.mailbox.mime;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/** Reads a message from its file into entities, each content decoded into a file of its own. One message each. */
final class EntityReader {
    private static final int LONGEST_FIELD = 256 << 10;
    private static final int MOST_FIELDS = 2_000;
    private static final int LONGEST_PREAMBLE = 64 << 10;
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(LONGEST_FIELD)
            .setMaxHeaderCount(MOST_FIELDS)
            .build();

    private final Allowance allowance;
    private final byte[] buffer = new byte[8192];

    private EntityReader(Allowance allowance) {
        this.allowance = allowance;
    }

    /** A multipart of which not all members are there yet. */
    private static final class Open {
        private final Header header;
        private final String kind;
        private final List<Entity> members = new ArrayList<>();
        private byte[] preamble = {};

        Open(Header header, String kind) {
            this.header = header;
            this.kind = kind;
        }
    }

    static Entity read(Path raw, Allowance allowance) throws UnreadableMail, IOException {
        try (var lines = new Lines(new BufferedInputStream(Files.newInputStream(raw)))) {
            return new EntityReader(allowance).read(lines);
        } catch (Allowance.TooMuch | MimeException | MimeIOException | RuntimeException e) {
            throw new UnreadableMail("The message breaks the rules of MIME, or goes beyond all bounds", e);
        }
    }

    private Entity read(Lines lines) throws MimeException, IOException, UnreadableMail {
        var stream = new MimeTokenStream(CONFIG, DecodeMonitor.SILENT, new Shape(0, "text/plain"));
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(lines);
        Deque<Open> open = new ArrayDeque<>();
        var header = new Header();
        Entity done = null;
        for (var state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            lines.expectContent();
            switch (state) {
                case T_START_HEADER -> header = new Header();
                case T_FIELD -> add(header, stream.getField());
                case T_START_MULTIPART -> open.push(new Open(header, kind(stream.getBodyDescriptor())));
                case T_PREAMBLE -> open.element().preamble = preamble(stream.getInputStream());
                case T_EPILOGUE -> copy(stream.getInputStream(), OutputStream.nullOutputStream());
                case T_BODY -> {
                    if (!allowance.takesPart()) {
                        return closeAll(open);
                    }
                    done = leaf(header, stream.getBodyDescriptor().getMimeType(), stream.getDecodedInputStream());
                }
                case T_END_MULTIPART -> done = close(open.pop());
                default -> {
                    // Nothing to keep.
                }
            }
            if (done != null && !open.isEmpty()) {
                open.element().members.add(done);
                done = null;
            }
            lines.expectFields();
        }
        if (done == null) {
            throw new UnreadableMail("The message has no content");
        }
        return done;
    }

    private Entity closeAll(Deque<Open> open) throws IOException, UnreadableMail {
        Entity done = null;
        while (!open.isEmpty()) {
            var group = open.pop();
            if (done != null) {
                group.members.add(done);
            }
            done = close(group);
        }
        if (done == null) {
            throw new UnreadableMail("The message has too many parts");
        }
        return done;
    }

    /** Where the boundary never comes, what stands before it is all there is. */
    private Entity close(Open group) throws IOException {
        if (group.members.isEmpty() && !new String(group.preamble, Charsets.WINDOWS).isBlank()) {
            return leaf(group.header, "text/plain", new ByteArrayInputStream(group.preamble));
        }
        return new Entity.Group(group.header, group.kind, group.members);
    }

    private Entity leaf(Header header, String type, InputStream content) throws IOException {
        var file = allowance.newFile();
        try (var out = allowance.write(file)) {
            copy(content, out);
        }
        return new Entity.Leaf(header, type, file, Files.size(file));
    }

    private byte[] preamble(InputStream in) throws IOException {
        var kept = in.readNBytes(LONGEST_PREAMBLE);
        copy(in, OutputStream.nullOutputStream());
        return kept;
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
        }
    }

    private static void add(Header header, Field field) {
        var raw = field.getRaw();
        if (raw == null) {
            header.add(field.getName(), field.getBody().getBytes(StandardCharsets.UTF_8));
            return;
        }
        var whole = raw.toByteArray();
        int colon = 0;
        while (colon < whole.length && whole[colon] != ':') {
            colon++;
        }
        header.add(field.getName(), Arrays.copyOfRange(whole, Math.min(colon + 1, whole.length), whole.length));
    }

    private static String kind(BodyDescriptor descriptor) {
        var type = descriptor.getMimeType();
        return type.substring(type.indexOf('/') + 1);
    }

    /** Says what an entity is: none deeper than allowed is taken apart, and none whose boundary is not said. */
    private static final class Shape implements BodyDescriptorBuilder {
        private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}");

        private final int depth;
        private final String ordinary;
        private Header header = new Header();
        private String type = "";

        /** @param ordinary the type of an entity that names none */
        Shape(int depth, String ordinary) {
            this.depth = depth;
            this.ordinary = ordinary;
        }

        @Override
        public void reset() {
            header = new Header();
        }

        @Override
        public Field addField(RawField field) {
            EntityReader.add(header, field);
            return field;
        }

        @Override
        public BodyDescriptor build() {
            var said = header.contentType();
            var boundary = said.get("boundary").map(String::stripTrailing).orElse("");
            boolean group = said.value().startsWith("multipart/");
            if (!TYPE.matcher(said.value()).matches()) {
                type = ordinary;
            } else if (group && depth >= Allowance.DEEPEST) {
                type = "application/octet-stream";
            } else {
                type = group && boundary.isEmpty() ? "text/plain" : said.value();
            }
            var encoding = header.first("content-transfer-encoding").orElse("7bit");
            return new Described(type, boundary, encoding.strip().toLowerCase(Locale.ROOT));
        }

        @Override
        public BodyDescriptorBuilder newChild() {
            return new Shape(depth + 1, type.equals("multipart/digest") ? "message/rfc822" : "text/plain");
        }
    }

    /** What the parser has to know of an entity. */
    private record Described(String getMimeType, String getBoundary, String getTransferEncoding)
            implements BodyDescriptor {
        @Override
        public String getMediaType() {
            return getMimeType.substring(0, getMimeType.indexOf('/'));
        }

        @Override
        public String getSubType() {
            return getMimeType.substring(getMimeType.indexOf('/') + 1);
        }

        @Override
        public @Nullable String getCharset() {
            return null;
        }

        @Override
        public long getContentLength() {
            return -1;
        }
    }

    /** Ends a message whose header has a line without an end, which the parser would collect as a whole. */
    private static final class Lines extends FilterInputStream {
        private boolean fields = true;
        private int length;

        Lines(InputStream in) {
            super(in);
        }

        void expectFields() {
            fields = true;
            length = 0;
        }

        void expectContent() {
            fields = false;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            length = one == '\n' ? 0 : length + 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = in.read(bytes, from, most);
            for (int i = from; i < from + read; i++) {
                length = bytes[i] == '\n' ? 0 : length + 1;
            }
            if (fields && length > LONGEST_FIELD) {
                throw new Allowance.TooMuch("a line of the header has no end");
            }
            return read;
        }
    }
}
