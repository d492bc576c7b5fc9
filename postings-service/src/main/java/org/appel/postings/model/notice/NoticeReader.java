package org.appel.postings.model.notice;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.JobAd;
import org.appel.postings.model.Text;
import org.appel.postings.model.Workload;
import org.appel.postings.model.facts.Plain;

/**
 * Reads notices. Each field is looked for by itself, in the sentences that speak of it:
 *
 * <pre>{@code
 * var read = NoticeReader.read("omct", "Secrétaire général(e) (100 %)\n…", null);
 * read.ad().deadline();   // Printed[2026-04-03, null, null, "au plus tard le 3 avril 2026"]
 * read.doubts();          // what a person has to decide
 * }</pre>
 */
public final class NoticeReader {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Set<String> FRENCH = Set.of(
            "le", "la", "les", "des", "du", "et", "est", "une", "aux", "dans", "pour", "par", "avec", "ou", "sur",
            "vous");
    private static final Set<String> ENGLISH =
            Set.of("the", "of", "and", "is", "for", "with", "in", "will", "be", "by", "to", "or", "you", "an");
    /** They share some small words with French. */
    private static final Set<String> OTHERS = Set.of(
            "el", "los", "las", "del", "y", "para", "con", "por", "il", "di", "che", "della", "per", "der", "die",
            "das", "und", "den", "os", "dos", "da", "do", "uma");
    /** So many of the small words of one language for each of the other, and not fewer than three in all. */
    private static final int CLEARLY = 3;

    private static final int FEWEST = 3;

    private NoticeReader() {}

    /**
     * Everything that is said in so many words.
     *
     * @param organisation short name of the one whose notice it is
     * @param text in one language, with line breaks as they stand
     * @param language ISO 639-1 code; null to tell French from English
     */
    public static ReadNotice read(String organisation, String text, @Nullable String language) {
        var notes = new Notes();
        var told = language == null ? told(text, notes) : Optional.of(language);
        var notice = Notice.of(text, told.orElse("fr"));
        var title = TitleFinder.find(notice, notes);
        var workload = WorkloadFinder.find(notice, notes);
        var ad = new JobAd(
                ReferenceFinder.find(notice, notes),
                organisation,
                told.orElse(null),
                told.map(code -> Map.of(code, new Text(title, notice.layout().sections())))
                        .orElse(Collections.emptyMap()),
                workload.map(Workload::new).orElse(null),
                PlaceFinder.find(notice, notes),
                ContractFinder.find(notice, notes),
                GradeFinder.find(notice, notes),
                StartFinder.find(notice, notes),
                PayFinder.find(notice, workload, notes),
                LanguageFinder.find(notice, notes),
                ExperienceFinder.find(notice, notes),
                WorkPermitFinder.find(notice, notes),
                DeadlineFinder.find(notice, notes),
                ApplyFinder.find(notice, notes),
                SelectionFinder.find(notice, notes),
                null);
        return new ReadNotice(ad, notes.found(), notes.doubts());
    }

    /** By its small words; empty if they do not decide. */
    private static Optional<String> told(String text, Notes notes) {
        var words = WORD.matcher(Plain.of(Plain.compose(text)))
                .results()
                .map(MatchResult::group)
                .toList();
        long french = words.stream().filter(FRENCH::contains).count();
        long english = words.stream().filter(ENGLISH::contains).count();
        long others = words.stream().filter(OTHERS::contains).count();
        if (french + english >= FEWEST && french >= CLEARLY * (english + others)) {
            return Optional.of("fr");
        }
        if (french + english >= FEWEST && english >= CLEARLY * (french + others)) {
            return Optional.of("en");
        }
        notes.doubt(
                "/originalLanguage",
                "is neither clearly French nor clearly English: give it as language, and send one language at a time",
                "");
        return Optional.empty();
    }
}
