package org.appel.applications.mailbox.routing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.appel.applications.model.DocumentKind;

/**
 * Tells what the papers of a mail are, from their names and texts.
 *
 * <p>A name that leaves no doubt decides, unless the text is clearly that of the other one of CV and letter: the two get
 * mixed up. Without such a name a clear text decides, then a name that may mean it. What stays unclear is
 * {@link DocumentKind#OTHER}: HR is asked, nobody guesses.
 */
public final class PaperTeller {
    private static final DocumentKind REFERENCE = new DocumentKind("reference");
    private static final DocumentKind CERTIFICATE = new DocumentKind("certificate");

    /** So many headings make a CV, so many phrases a reference or certificate. */
    private static final int HEADINGS = 3;

    private static final int PHRASES = 2;
    /** A letter of fewer characters is a note that says where the letter is. */
    private static final int LETTER = 600;
    /** With its closing formula, a letter in a file of its own may be shorter. */
    private static final int SHORT_LETTER = 150;

    private final Collection<DocumentKind> required;

    private PaperTeller(Collection<DocumentKind> required) {
        this.required = required;
    }

    /**
     * @param required kinds that the posting asks for
     * @return one for each paper, in the same order
     */
    public static List<Told> tell(List<Paper> papers, Collection<DocumentKind> required) {
        var teller = new PaperTeller(required);
        var told = papers.stream().map(teller::tell).toList();
        boolean hasPureCv = told.stream().anyMatch(one -> one.equals(new Told(DocumentKind.CV, Set.of())));
        return told.stream().map(one -> hasPureCv ? letterFirst(one) : one).toList();
    }

    /** Beside a CV of its own, a file with letter and CV is sent for the letter. */
    private static Told letterFirst(Told told) {
        return told.kind().equals(DocumentKind.CV) && told.alsoHolds().contains(DocumentKind.COVER_LETTER)
                ? new Told(DocumentKind.COVER_LETTER, Set.of(DocumentKind.CV))
                : told;
    }

    /** Whether a mail's own text is a letter: it greets, and goes on for at least 600 characters before it closes. */
    public static boolean looksLikeLetter(String text) {
        return new LetterText(text).length() >= LETTER;
    }

    private Told tell(Paper paper) {
        var asked = required.stream()
                .filter(kind -> !DocumentKind.ALWAYS_TAKEN.contains(kind))
                .filter(kind -> PaperSigns.names(paper.name(), kind))
                .findFirst();
        if (asked.isPresent()) {
            return new Told(asked.get(), Set.of());
        }
        var kinds = kinds(paper);
        if (kinds.isEmpty()) {
            return new Told(DocumentKind.OTHER, Set.of());
        }
        var first = kinds.contains(DocumentKind.CV)
                ? DocumentKind.CV
                : kinds.iterator().next();
        var others = kinds.stream()
                .filter(kind -> !kind.equals(first))
                .map(this::asRequired)
                .collect(Collectors.toSet());
        return new Told(asRequired(first), others);
    }

    private static Set<DocumentKind> kinds(Paper paper) {
        var named = PaperSigns.ofName(paper.name());
        var written = paper.text() == null ? Set.<DocumentKind>of() : ofText(paper.text());
        if (named.isEmpty()) {
            var perhaps = PaperSigns.perhapsOfName(paper.name());
            return !written.isEmpty() || perhaps.size() > 1 ? written : perhaps;
        }
        return isMixedUp(named, written) ? written : together(named, written);
    }

    /** A file named as CV that is a letter, or the other way round. */
    private static boolean isMixedUp(Set<DocumentKind> named, Set<DocumentKind> written) {
        return named.size() == 1
                && written.size() == 1
                && !named.equals(written)
                && isCvOrLetter(named)
                && isCvOrLetter(written);
    }

    private static boolean isCvOrLetter(Set<DocumentKind> kinds) {
        return kinds.contains(DocumentKind.CV) || kinds.contains(DocumentKind.COVER_LETTER);
    }

    /** A letter that has the CV behind it is both; a reference that reads like a letter is none. */
    private static Set<DocumentKind> together(Set<DocumentKind> named, Set<DocumentKind> written) {
        var both = new LinkedHashSet<>(named);
        if (isCvOrLetter(named) && written.contains(DocumentKind.CV) && written.contains(DocumentKind.COVER_LETTER)) {
            both.addAll(written);
        }
        return both;
    }

    private static Set<DocumentKind> ofText(String text) {
        var signs = PaperSigns.ofText(text);
        boolean cv = signs.getOrDefault(DocumentKind.CV, 0) >= HEADINGS;
        for (var kind : cv ? List.<DocumentKind>of() : List.of(REFERENCE, CERTIFICATE)) {
            if (signs.getOrDefault(kind, 0) >= PHRASES) {
                return Set.of(kind);
            }
        }
        var kinds = new LinkedHashSet<DocumentKind>();
        if (cv) {
            kinds.add(DocumentKind.CV);
        }
        var letter = new LetterText(text);
        if (letter.hasSalutation() && letter.isClosed() && letter.length() >= SHORT_LETTER) {
            kinds.add(DocumentKind.COVER_LETTER);
        }
        return kinds;
    }

    /** The posting's own name for it: of {@code motivation_letter} where it asks for that and for no cover letter. */
    private DocumentKind asRequired(DocumentKind kind) {
        var own = required.stream()
                .filter(wanted -> !DocumentKind.ALWAYS_TAKEN.contains(wanted))
                .filter(wanted -> PaperSigns.ofName(wanted.name()).equals(Set.of(kind)))
                .toList();
        return own.size() == 1 && !required.contains(kind) ? own.getFirst() : kind;
    }
}
