package org.appel.applications.mailbox.mime;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.applications.mailbox.mime.Entity.Group;
import org.appel.applications.mailbox.mime.Entity.Leaf;

/** What a message says and brings: goes through its entities once, in their order. */
final class Contents {
    private static final int LONGEST_TEXT = 256 << 10;
    /** Below this no page can be read on a picture. */
    private static final long SMALLEST_PICTURE = 10 << 10;

    private static final long SMALLEST_INLINE_PICTURE = 50 << 10;
    private static final String ENCRYPTED = "The message is encrypted: only its sender can send it readably.";
    private static final Pattern DROPPED = Pattern.compile(
            "text/calendar|application/ics|text/(x-)?vcard|text/directory|text/rfc822-headers|application/applefile"
                    + "|application/(x-)?pkcs7-signature|application/pgp-(signature|keys)"
                    + "|message/(delivery-status|disposition-notification|feedback-report|global-delivery-status)");
    private static final Pattern DROPPED_NAMES = Pattern.compile(
            "smime\\.p7s|signature\\.asc|OpenPGP_.*\\.asc|publickey.*\\.asc|.*\\.(vcf|ics)", Pattern.CASE_INSENSITIVE);
    /** What Exchange calls the pieces of a text with files in between. */
    private static final Pattern PIECE = Pattern.compile("ATT\\d+\\.(txt|html?)", Pattern.CASE_INSENSITIVE);

    private static final Pattern ZIP = Pattern.compile("application/(x-)?zip(-compressed)?|multipart/x-zip");
    private static final Pattern UNTOLD =
            Pattern.compile("application/(octet-stream|x-download|force-download|binary)");
    private static final Pattern DOCUMENT_NAME = Pattern.compile(
            ".*\\.(pdf|docx?|odt|rtf|txt|xlsx?|pptx?|ods|odp|pages|epub|jar)", Pattern.CASE_INSENSITIVE);

    private final Allowance allowance;
    private final List<File> files = new ArrayList<>();
    private final List<Leaf> messages = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();
    private boolean report;
    private boolean bodySeen;
    private String text = "";

    private Contents(Allowance allowance) {
        this.allowance = allowance;
    }

    static Contents of(Entity message, Allowance allowance) throws UnreadableMail, IOException {
        var contents = new Contents(allowance);
        contents.text = contents.take(message, Where.BODY).strip();
        return contents;
    }

    /** Of the body; empty if there is none. */
    String text() {
        return text;
    }

    /** Messages that are attached whole, not yet looked into. */
    List<Leaf> messages() {
        return messages;
    }

    /** Whether it reports what became of another message. */
    boolean isReport() {
        return report;
    }

    /** What came with it, without pictures that belong to its text. */
    List<MailPart> parts() {
        return files.stream()
                .filter(file -> !file.isDecoration(shown))
                .map(File::part)
                .toList();
    }

    /** Where an entity stands. */
    private enum Where {
        BODY,
        RELATED
    }

    /** A file and what tells whether it only adorns the text. */
    private record File(
            MailPart part,
            Where where,
            boolean attached,
            @Nullable String contentId) {
        boolean isDecoration(Set<String> shown) {
            if (!part.declaredType().startsWith("image/")) {
                return false;
            }
            // Some clients lay everything beside the HTML, diplomas too.
            boolean isShown = contentId != null && shown.contains(contentId);
            return isShown && !(where == Where.RELATED && attached)
                    || part.size() < (attached || where == Where.RELATED ? SMALLEST_PICTURE : SMALLEST_INLINE_PICTURE);
        }
    }

    /** @return what it adds to the text */
    private String take(Entity entity, Where where) throws UnreadableMail, IOException {
        return switch (entity) {
            case Group group -> takeGroup(group, where);
            case Leaf leaf -> takeLeaf(leaf, where);
        };
    }

    private String takeGroup(Group group, Where where) throws UnreadableMail, IOException {
        return switch (group.kind()) {
            case "alternative" -> takeAlternatives(group, where);
            case "related" -> takeRelated(group, where);
            case "signed" ->
                group.members().isEmpty() ? "" : take(group.members().getFirst(), where);
            case "encrypted" -> {
                allowance.leave(ENCRYPTED);
                yield "";
            }
            case "report" -> {
                report = true;
                yield takeAll(group.members(), where);
            }
            default -> takeAll(group.members(), where);
        };
    }

    private String takeAll(List<Entity> members, Where where) throws UnreadableMail, IOException {
        var all = new StringBuilder();
        for (Entity member : members) {
            append(all, take(member, where));
        }
        return all.toString();
    }

    /** The same several times: the plain one if it says anything; files count wherever they stand. */
    private String takeAlternatives(Group group, Where where) throws UnreadableMail, IOException {
        var plain = "";
        var other = "";
        boolean before = bodySeen;
        for (Entity member : group.members()) {
            bodySeen = before;
            var said = take(member, where);
            boolean isPlain = member instanceof Leaf leaf && leaf.type().equals("text/plain");
            if (isPlain && plain.isBlank()) {
                plain = said;
            } else if (!said.isBlank()) {
                other = said;
            }
        }
        bodySeen = true;
        return plain.isBlank() ? other : plain;
    }

    private String takeRelated(Group group, Where where) throws UnreadableMail, IOException {
        var start = group.header().contentType().get("start").map(Contents::bare);
        var root = group.members().stream()
                .filter(member -> start.isPresent() && start.equals(contentId(member.header())))
                .findFirst()
                .or(() -> group.members().stream().findFirst());
        var all = new StringBuilder();
        for (Entity member : group.members()) {
            append(all, take(member, root.isPresent() && root.get() == member ? where : Where.RELATED));
        }
        return all.toString();
    }

    private String takeLeaf(Leaf leaf, Where where) throws UnreadableMail, IOException {
        var name = leaf.header().fileName();
        if (DROPPED.matcher(leaf.type()).matches()
                || name.isPresent() && DROPPED_NAMES.matcher(name.get()).matches()) {
            report |= leaf.type().startsWith("message/");
            return "";
        }
        if (isBody(leaf, name)) {
            bodySeen = true;
            return words(leaf);
        }
        return switch (leaf.type()) {
            case "message/rfc822", "message/global" -> {
                messages.add(leaf);
                yield "";
            }
            case "message/partial", "message/external-body" -> {
                allowance.leave("A part of the message lies elsewhere and was not fetched.");
                yield "";
            }
            case "application/pkcs7-mime", "application/x-pkcs7-mime" -> takeOpaque(leaf, where);
            case "application/pgp-encrypted" -> {
                allowance.leave(ENCRYPTED);
                yield "";
            }
            default -> takeFile(leaf, name, where);
        };
    }

    /** A text is the body unless it is attached; one with a name is it where no other text came before. */
    private boolean isBody(Leaf leaf, Optional<String> name) {
        if (!leaf.type().startsWith("text/") || leaf.type().equals("text/rtf")) {
            return false;
        }
        if (name.isPresent() && PIECE.matcher(name.get()).matches()) {
            return true;
        }
        var disposition = leaf.header().disposition().value();
        return !disposition.equals("attachment") && (name.isEmpty() || !bodySeen && disposition.isEmpty());
    }

    private String words(Leaf leaf) throws IOException {
        var type = leaf.header().contentType();
        var charset = type.get("charset");
        if (leaf.type().equals("text/html")) {
            int most = allowance.takeHtml(leaf.size());
            var html = HtmlText.of(TextFile.read(leaf.content(), charset, most));
            shown.addAll(html.pictures());
            return bounded(html.text(), leaf.size() > most);
        }
        var plain = TextFile.read(leaf.content(), charset, LONGEST_TEXT);
        if (type.get("format").filter("flowed"::equalsIgnoreCase).isPresent()) {
            plain = FlowedText.join(
                    plain, type.get("delsp").filter("yes"::equalsIgnoreCase).isPresent());
        }
        return bounded(withoutArmour(plain), leaf.size() > LONGEST_TEXT);
    }

    private String bounded(String words, boolean cut) {
        if (cut || words.length() > LONGEST_TEXT) {
            allowance.leave("The text of the message is very long: its end was left out.");
        }
        return words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) : words;
    }

    /** Without what PGP puts around a text that it signs (RFC 9580, 7). */
    private String withoutArmour(String plain) {
        if (plain.contains("-----BEGIN PGP MESSAGE-----")) {
            allowance.leave(ENCRYPTED);
        }
        int begin = plain.indexOf("-----BEGIN PGP SIGNED MESSAGE-----");
        int content = begin < 0 ? -1 : plain.indexOf("\n\n", begin);
        int end = content < 0 ? -1 : plain.indexOf("-----BEGIN PGP SIGNATURE-----", content);
        if (end < 0) {
            return plain;
        }
        var last = "-----END PGP SIGNATURE-----";
        int after = plain.indexOf(last, end);
        return plain.substring(0, begin)
                + plain.substring(content + 2, end).replaceAll("(?m)^- ", "")
                + (after < 0 ? "" : plain.substring(after + last.length()));
    }

    private String takeOpaque(Leaf leaf, Where where) throws UnreadableMail, IOException {
        var kind = leaf.header().contentType().get("smime-type").orElse("").toLowerCase(Locale.ROOT);
        Optional<Path> content =
                kind.startsWith("enveloped") ? Optional.empty() : Opaque.open(leaf.content(), allowance);
        if (content.isEmpty()) {
            allowance.leave(ENCRYPTED);
            return "";
        }
        if (!allowance.goesDeeper()) {
            return "";
        }
        return take(EntityReader.read(content.get(), allowance), where);
    }

    private String takeFile(Leaf leaf, Optional<String> name, Where where) throws IOException {
        if (leaf.header().contentType().value().startsWith("multipart/")) {
            allowance.leave("A part of the message is nested too deeply to be taken apart.");
            return "";
        }
        boolean untold = UNTOLD.matcher(leaf.type()).matches();
        if (untold
                && name.filter(n -> n.toLowerCase(Locale.ROOT).endsWith(".eml")).isPresent()) {
            messages.add(leaf);
            return "";
        }
        if (leaf.type().endsWith("ms-tnef")
                || name.filter("winmail.dat"::equalsIgnoreCase).isPresent()) {
            return takeTnef(leaf, where);
        }
        var file = new Unpacked(name.orElse(null), leaf.content(), leaf.size());
        if (!unpacks(file, leaf.type())) {
            boolean attached = leaf.header().disposition().value().equals("attachment");
            var part = new MailPart(file.name(), leaf.type(), file.content(), file.size());
            files.add(new File(part, where, attached, contentId(leaf.header()).orElse(null)));
        }
        return "";
    }

    private String takeTnef(Leaf leaf, Where where) throws IOException {
        var tnef = Tnef.open(leaf.content(), allowance);
        if (tnef.isEmpty()) {
            allowance.leave("A file of Outlook's (winmail.dat) could not be unpacked.");
            return "";
        }
        for (Unpacked file : tnef.get().files()) {
            if (!unpacks(file, "application/octet-stream")) {
                var part = new MailPart(file.name(), type(file.name()), file.content(), file.size());
                files.add(new File(part, where, true, null));
            }
        }
        boolean isBody = !bodySeen;
        bodySeen = true;
        return isBody ? tnef.get().text() : "";
    }

    /** Puts what an archive holds in its place. */
    private boolean unpacks(Unpacked file, String type) throws IOException {
        var name = file.name() == null ? "" : file.name();
        boolean candidate = ZIP.matcher(type).matches()
                || UNTOLD.matcher(type).matches()
                || name.toLowerCase(Locale.ROOT).endsWith(".zip");
        if (!candidate || DOCUMENT_NAME.matcher(name).matches() || !Archive.isOne(file.content())) {
            return false;
        }
        for (Unpacked inner : Archive.unpack(name, file.content(), allowance)) {
            var part = new MailPart(inner.name(), type(inner.name()), inner.content(), inner.size());
            files.add(new File(part, Where.BODY, true, null));
        }
        return true;
    }

    private static String type(@Nullable String name) {
        var guessed = name == null ? null : URLConnection.guessContentTypeFromName(name);
        return guessed == null ? "application/octet-stream" : guessed;
    }

    private static Optional<String> contentId(Header header) {
        return header.first("content-id").map(Contents::bare);
    }

    private static String bare(String id) {
        return id.strip().replaceAll("^<|>$", "");
    }

    private static void append(StringBuilder all, String more) {
        if (!more.isBlank() && all.length() < LONGEST_TEXT) {
            all.append(all.isEmpty() ? "" : "\n\n").append(more.strip());
        }
    }
}
