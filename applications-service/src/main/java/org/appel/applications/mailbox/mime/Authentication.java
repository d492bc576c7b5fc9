package org.appel.applications.mailbox.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the receiving server found out about the author's domain (RFC 8601). */
final class Authentication {
    /** Stands for a server that writes no name, as Exchange Online does. */
    static final String NAMELESS = "-";

    private static final Pattern RESULT =
            Pattern.compile("(dmarc|spf|dkim)\\s{0,5}=\\s{0,5}([a-z]+)\\b.*", Pattern.DOTALL);

    private Authentication() {}

    /**
     * Whether the author is forged, in the eyes of that server: its topmost finding counts, with those that stand
     * directly below it, since some servers write one field for each method. Below the next {@code Received} begins
     * what others may have written.
     */
    static boolean failed(Header header, String authservId) {
        var results = new ArrayList<String>();
        for (Header.Field field : header.fields()) {
            if (field.name().equals("received") && !results.isEmpty()) {
                break;
            }
            if (field.name().equals("authentication-results")) {
                results.addAll(results(field.value(), authservId));
            }
        }
        return isFailure(results);
    }

    private static boolean isFailure(List<String> results) {
        if (results.contains("dmarc=fail")) {
            return true;
        }
        boolean judged = results.stream().anyMatch(r -> r.startsWith("dmarc=") && !r.equals("dmarc=none"));
        return !judged
                && onlyFailures(results, "spf=", List.of("spf=fail", "spf=softfail"))
                && onlyFailures(results, "dkim=", List.of("dkim=fail"));
    }

    private static boolean onlyFailures(List<String> results, String method, List<String> failures) {
        var ofMethod = results.stream().filter(r -> r.startsWith(method)).toList();
        return !ofMethod.isEmpty() && failures.containsAll(ofMethod);
    }

    /** The findings such as {@code spf=pass}; none if another server wrote them. */
    private static List<String> results(String field, String authservId) {
        var pieces = withoutComments(field).toLowerCase(Locale.ROOT).split(";");
        var first = pieces.length == 0 ? "" : pieces[0].strip();
        boolean nameless = first.contains("=");
        var name = first.split("\\s", 2)[0];
        if (nameless ? !authservId.equals(NAMELESS) : !name.equalsIgnoreCase(authservId)) {
            return List.of();
        }
        var results = new ArrayList<String>();
        for (String piece : pieces) {
            var result = RESULT.matcher(piece.strip());
            if (result.matches()) {
                results.add(result.group(1) + "=" + result.group(2));
            }
        }
        return results;
    }

    private static String withoutComments(String field) {
        var plain = new StringBuilder();
        int depth = 0;
        for (char c : field.toCharArray()) {
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
