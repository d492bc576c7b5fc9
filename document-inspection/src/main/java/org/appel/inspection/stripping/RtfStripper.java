package org.appel.inspection.stripping;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/** Copies RTF token by token without the groups and words that say who and when. Groups are told by their first word. */
final class RtfStripper {
    private static final Set<String> DROPPED_GROUPS = Set.of(
            "info",
            "userprops",
            "generator",
            "rsidtbl",
            "template",
            "datastore",
            "docvar",
            "mailmerge",
            "atndate",
            "atntime",
            "objdata",
            "filetbl",
            "protusertbl",
            "writereservhash",
            "passwordhash");

    private static final Set<String> DROPPED_WORDS = Set.of(
            "revdttm",
            "revdttmdel",
            "crdate",
            "trdate",
            "prdate",
            "srdate",
            "dfrdate",
            "mvdate",
            "rsid",
            "rsidroot",
            "insrsid",
            "charrsid",
            "pararsid",
            "sectrsid",
            "tblrsid",
            "delrsid",
            "styrsid");

    /** What stands around words: braces, and other words of the format. */
    private static final Pattern WORDS = Pattern.compile("[{}]|\\\\\\*|\\\\[a-z]+-?[0-9]* ?");

    private static final String AUTHOR = "Author";
    private static final String RAW = "bin";
    private static final int HEX_LINE = 64;

    private final byte[] in;
    private final OutputStream out;
    private int at;
    /** Whether a letter, digit or blank written now would be taken for a part of the word before. */
    private boolean open;

    private RtfStripper(byte[] in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** @throws IOException if a group is not closed */
    static void strip(byte[] document, OutputStream copy) throws IOException {
        var stripper = new RtfStripper(document, copy);
        while (stripper.at < stripper.in.length) {
            stripper.token();
        }
    }

    private void token() throws IOException {
        switch (in[at]) {
            case '{' -> group();
            case '\\' -> word();
            default -> write(at, at + 1);
        }
    }

    private void group() throws IOException {
        int end = endOfGroup();
        var name = firstWord();
        if (DROPPED_GROUPS.contains(name) || name.equals("sp") && says(end, "pibName")) {
            at = end;
            return;
        }
        switch (name) {
            case "revtbl" -> replaceRevisers(end);
            case "atnauthor" -> replace(end, "{\\*\\atnauthor " + AUTHOR + "}");
            case "atnid" -> replace(end, "{\\*\\atnid A}");
            case "pict" -> picture(end);
            case "field" -> field(end);
            default -> copyGroup(end);
        }
    }

    private void copyGroup(int end) throws IOException {
        write(at, at + 1);
        while (at < end) {
            token();
        }
    }

    /** Of a field that shows a property what it shows, of any other all. */
    private void field(int end) throws IOException {
        var words = WORDS.matcher(text(begin("fldinst", end), end)).replaceAll(" ");
        int result = begin("fldrslt", end);
        if (!PropertyFields.isOne(words) || result == end) {
            copyGroup(end);
            return;
        }
        at = result;
        int endOfResult = endOfGroup();
        write(at, at + 1);
        at = skipBlanks(at);
        at += headOfWord();
        while (at < endOfResult) {
            token();
        }
        at = end;
    }

    /** Where the group with that first word begins, in the group that begins here; its end if there is none. */
    private int begin(String word, int end) throws IOException {
        int here = at;
        try {
            for (at++; at < end; at++) {
                if (in[at] == '{') {
                    if (firstWord().equals(word)) {
                        return at;
                    }
                    at = endOfGroup() - 1;
                }
            }
            return end;
        } finally {
            at = here;
        }
    }

    private String text(int from, int end) {
        return new String(in, from, end - from, StandardCharsets.ISO_8859_1);
    }

    /** Changes name their author by the number in this list, so it stays as long as it was. */
    private void replaceRevisers(int end) throws IOException {
        var list = new StringBuilder("{\\*\\revtbl ");
        for (at++; at < end; ) {
            if (in[at] == '{') {
                at = endOfGroup();
                list.append('{').append(AUTHOR).append(";}");
            } else {
                at++;
            }
        }
        replace(end, list + "}");
    }

    private void replace(int end, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        open = false;
        at = end;
    }

    /** What describes the picture is copied, and then the picture, which is in hexadecimal digits or raw. */
    private void picture(int end) throws IOException {
        write(at, at + 1);
        var digits = new StringBuilder();
        while (at < end - 1) {
            if (in[at] == '{') {
                group();
            } else if (in[at] == '\\') {
                if (rawBytes() > 0) {
                    int from = at + headOfWord();
                    var raw = Arrays.copyOfRange(in, from, from + rawBytes());
                    at = from + raw.length;
                    raw = Pictures.strip(raw, false);
                    out.write(("\\bin" + raw.length + " ").getBytes(StandardCharsets.US_ASCII));
                    out.write(raw);
                    open = false;
                } else {
                    word();
                }
            } else {
                if (Character.digit(in[at], 16) >= 0) {
                    digits.append((char) in[at]);
                }
                at++;
            }
        }
        writeHex(digits);
        write(at, end);
    }

    private void writeHex(StringBuilder digits) throws IOException {
        digits.setLength(digits.length() & ~1);
        var stripped = HexFormat.of().formatHex(Pictures.strip(HexFormat.of().parseHex(digits), false));
        for (int i = 0; i < stripped.length(); i += HEX_LINE) {
            out.write('\n');
            out.write(stripped.substring(i, Math.min(stripped.length(), i + HEX_LINE))
                    .getBytes(StandardCharsets.US_ASCII));
        }
        open &= stripped.isEmpty();
    }

    /** A word with its number and the blank that ends it, or a symbol. */
    private void word() throws IOException {
        var name = wordAt(at);
        int end = at + headOfWord() + rawBytes();
        if (DROPPED_WORDS.contains(name)) {
            at = end;
            return;
        }
        write(at, end);
        open = !name.isEmpty() && in[end - 1] != ' ' && !name.equals(RAW);
    }

    private void write(int from, int to) throws IOException {
        if (open && (Character.isLetterOrDigit(in[from]) || in[from] == ' ' || in[from] == '-')) {
            out.write(' ');
        }
        out.write(in, from, to - from);
        open = false;
        at = to;
    }

    /** The first word of the group that begins here, without the mark of one that may be skipped. */
    private String firstWord() {
        int i = skipBlanks(at + 1);
        if (Pictures.is(in, i, "\\*")) {
            i = skipBlanks(i + 2);
        }
        return i < in.length && in[i] == '\\' ? wordAt(i) : "";
    }

    private int skipBlanks(int i) {
        while (i < in.length && Character.isWhitespace(in[i])) {
            i++;
        }
        return i;
    }

    /** The letters behind the backslash; none for a symbol. */
    private String wordAt(int backslash) {
        int end = backslash + 1;
        while (end < in.length && isLetter(in[end])) {
            end++;
        }
        return new String(in, backslash + 1, end - backslash - 1, StandardCharsets.US_ASCII);
    }

    /** The length of the word or symbol that begins here, with its number and blank. */
    private int headOfWord() {
        int end = at + 1 + wordAt(at).length();
        if (end == at + 1) {
            return Math.min(2, in.length - at);
        }
        if (end + 1 < in.length && in[end] == '-' && isDigit(in[end + 1])) {
            end++;
        }
        while (end < in.length && isDigit(in[end])) {
            end++;
        }
        return end - at + (end < in.length && in[end] == ' ' ? 1 : 0);
    }

    /** The number of raw bytes that follow the word that begins here. */
    private int rawBytes() throws IOException {
        if (!wordAt(at).equals(RAW)) {
            return 0;
        }
        int head = headOfWord();
        var number = new String(in, at + 1 + RAW.length(), head - 1 - RAW.length(), StandardCharsets.US_ASCII).strip();
        try {
            int length = number.isEmpty() ? 0 : Integer.parseInt(number);
            if (length >= 0 && length <= in.length - at - head) {
                return length;
            }
        } catch (NumberFormatException e) {
            // As any other that is too long.
        }
        throw new IOException("raw bytes beyond the end");
    }

    /** Behind the brace that closes the group that begins here. */
    private int endOfGroup() throws IOException {
        int begin = at;
        int depth = 0;
        try {
            while (at < in.length) {
                switch (in[at]) {
                    case '{' -> depth++;
                    case '}' -> depth--;
                    case '\\' -> at += headOfWord() + rawBytes() - 1;
                    default -> {}
                }
                at++;
                if (depth == 0) {
                    return at;
                }
            }
            throw new IOException("a group is not closed");
        } finally {
            at = begin;
        }
    }

    private boolean says(int end, String word) {
        return text(at, end).contains(word);
    }

    private static boolean isLetter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
