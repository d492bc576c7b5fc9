package org.appel.postings.model.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Section;
import org.appel.postings.model.Section.Kind;
import org.appel.postings.model.facts.PlaceNames;

/**
 * How a notice is made up.
 *
 * @param titleLine the line above all others that names the post, as it stands there; null if there is none
 * @param title the same without workload and place; empty if there is none
 * @param placesInTitle what stood behind it, with a place in each word; empty if nothing did
 * @param sections all that follows; what a heading announces and nothing follows is left out
 */
record Layout(@Nullable String titleLine, String title, String placesInTitle, List<Section> sections) {

    static final int LONGEST_TITLE = 160;

    private static final int TITLE_WITHIN = 10;

    private static final Pattern NO_TITLE = Pattern.compile(
            "avis de (?:poste )?vacan.*|avis de recrutement.*|vacancy (?:notice|announcement).*|offres? d'emploi.*"
                    + "|job (?:opening|offer|description|vacancy).*|appel a candidatures?.*"
                    + "|call for applications.*|carrieres?|careers?"
                    + "|recrutement|recruitment|emplois?|jobs?|vacanc(?:y|ies)|termes de reference.*"
                    + "|terms of reference.*|fiche de poste"
                    + "|[\\d./ -]+|.{0,40}, (?:le )?\\d{1,2}(?:er)? \\p{L}+ \\d{4}|(?:l'|la |le "
                    + "|the )?(?:organisation|organization|association|fondation|foundation|haut-commissariat"
                    + "|ministere|ministry|federation|ligue|nations unies|united nations|conseil national"
                    + "|commission nationale|comite)\\b[^,%]*|.*\\b(?:(?:recrute|recruits|is (?:hiring"
                    + "|recruiting)) ?:?|recherche ?:)|.*@.*|https?:.*|www\\..*");
    private static final Pattern RECRUITER =
            Pattern.compile("^.*\\b(?:recrute|recherche|recruits|seeks|is (?:hiring|recruiting|seeking"
                    + "|looking for)) ?:? (?:un\\(e\\)|un[·./-]e|une?|des|an?) (?=\\p{L}{3})");
    private static final Pattern OPENING_SECTION =
            Pattern.compile("(?:a propos|about|contexte?|background|introduction|presentation|qui sommes|who we are"
                    + "|responsabilites|responsibilities|roles?)\\b.*");
    private static final Pattern TITLE_LABEL = Pattern.compile(
            "^(?:intitule(?: du poste)?|titre(?: du poste)?|poste|posting title|position title|position|job title"
                    + "|post title|title) ?: ?(?=\\S)");
    private static final Pattern LABEL = Pattern.compile("^\\p{L}[^:]{0,40} ?: ?\\S");
    private static final Pattern SENTENCE = Pattern.compile("[.;:!?…]$");
    private static final Pattern WORKLOAD = Pattern.compile(
            "\\s*[,–—-]?\\s*\\(?\\s*(?:\\d{1,3}\\s*%?\\s*(?:-|–|/|à|to)\\s*)?(?<!\\d)\\d{1,3}\\s*%\\s*\\)?$");
    private static final Pattern LAST_PART = Pattern.compile("^(.*\\S)\\s*(?:,|\\s[–—-])\\s*([^,()]+)$");
    private static final Pattern NOTHING_ELSE = Pattern.compile("(?:[^\\p{L}]|\\b(?:et|and|ou|or)\\b)*");

    static Layout of(List<Line> lines, PlaceNames places) {
        int at = titleAt(lines);
        var titleLine = at < 0 ? null : lines.get(at).text();
        var shown = titleLine == null ? "" : withoutLabel(lines.get(at));
        var title = WORKLOAD.matcher(shown).replaceFirst("");
        var behind = "";
        for (var last = LAST_PART.matcher(title);
                last.matches() && isPlaces(last.group(2), places);
                last = LAST_PART.matcher(title)) {
            title = last.group(1);
            behind = behind.isEmpty() ? last.group(2) : last.group(2) + ", " + behind;
        }
        return new Layout(titleLine, withoutRecruiter(title), behind, sections(lines, at));
    }

    /** "L'OIM recrute un(e) juriste". */
    private static String withoutRecruiter(String title) {
        var recruiter = RECRUITER.matcher(title);
        if (!recruiter.find()) {
            return title;
        }
        var post = title.substring(recruiter.end());
        return Character.toUpperCase(post.charAt(0)) + post.substring(1);
    }

    private static int titleAt(List<Line> lines) {
        int most = Math.min(lines.size(), TITLE_WITHIN);
        for (int i = 0; i < most; i++) {
            if (TITLE_LABEL.matcher(lines.get(i).plain()).find()) {
                return i;
            }
        }
        for (int i = 0; i < most; i++) {
            var line = lines.get(i);
            if (OPENING_SECTION.matcher(line.plain()).matches()) {
                return -1;
            }
            if (!line.isItem()
                    && line.text().length() <= LONGEST_TITLE
                    && !SENTENCE.matcher(line.text()).find()
                    && !NO_TITLE.matcher(line.plain()).matches()
                    && !LABEL.matcher(line.plain()).find()) {
                return i;
            }
        }
        return -1;
    }

    private static String withoutLabel(Line line) {
        var label = TITLE_LABEL.matcher(line.plain());
        return label.find() ? line.text().substring(label.end()) : line.text();
    }

    private static boolean isPlaces(String text, PlaceNames places) {
        var left = text;
        for (var named : places.in(text)) {
            left = left.replace(named.said(), " ");
        }
        return !left.equals(text) && NOTHING_ELSE.matcher(left).matches();
    }

    private static List<Section> sections(List<Line> lines, int titleAt) {
        var sections = new ArrayList<Section>();
        var open = new Open(null, null, null);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (i == titleAt || i < titleAt && NO_TITLE.matcher(line.plain()).matches()) {
                continue;
            }
            var next = i + 1 < lines.size() ? lines.get(i + 1) : null;
            if (i > titleAt && Headings.isHeading(line, next)) {
                open.endIn(sections);
                open = new Open(
                        Headings.kind(line, open.kind), Headings.text(line.text()), Headings.share(line.text()));
            } else if (line.isItem()) {
                open.items.add(line.text());
            } else {
                if (open.isEndedBy(line)) {
                    open.endIn(sections);
                    open = new Open(open.heading == null ? null : open.kind, null, null);
                }
                open.add(line);
            }
        }
        open.endIn(sections);
        return List.copyOf(sections);
    }

    /** A section to which lines are added. */
    private static final class Open {
        private @Nullable Kind kind;
        private final @Nullable String heading;
        private final @Nullable Integer share;
        private final List<String> paragraphs = new ArrayList<>();
        private final List<String> items = new ArrayList<>();
        private final boolean isAnnounced;

        private Open(@Nullable Kind kind, @Nullable String heading, @Nullable Integer share) {
            this.kind = kind;
            this.heading = heading;
            this.share = share;
            this.isAnnounced = kind != null;
        }

        /** What comes after a list is another section, and so is each paragraph about something else that nothing announces. */
        private boolean isEndedBy(Line paragraph) {
            return !items.isEmpty()
                    || !isAnnounced && !paragraphs.isEmpty() && Headings.kindOf(paragraph.plain()) != kind;
        }

        private void add(Line paragraph) {
            if (kind == null) {
                kind = Headings.kindOf(paragraph.plain());
            }
            paragraphs.add(paragraph.text());
        }

        private void endIn(List<Section> sections) {
            if (!paragraphs.isEmpty() || !items.isEmpty()) {
                sections.add(new Section(kind == null ? Kind.OTHER : kind, heading, share, paragraphs, items));
            }
        }
    }
}
