package org.appel.applications.mailbox.mime;

/** Text whose paragraphs were broken into lines for the way (RFC 3676). */
final class FlowedText {
    private FlowedText() {}

    /** @param deleteSpace whether the blank at which a line was broken is not part of the text */
    static String join(String text, boolean deleteSpace) {
        var joined = new StringBuilder(text.length());
        boolean flows = false;
        int depthBefore = 0;
        for (String line : text.split("\n", -1)) {
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            var content = line.substring(depth);
            if (content.startsWith(" ")) {
                content = content.substring(1);
            }
            boolean goesOn = flows && depth == depthBefore && !content.equals("-- ");
            if (!goesOn) {
                joined.append(joined.isEmpty() ? "" : "\n")
                        .append(">".repeat(depth))
                        .append(depth > 0 ? " " : "");
            }
            flows = content.endsWith(" ") && !content.equals("-- ");
            joined.append(flows && deleteSpace ? content.substring(0, content.length() - 1) : content);
            depthBefore = depth;
        }
        return joined.toString();
    }
}
