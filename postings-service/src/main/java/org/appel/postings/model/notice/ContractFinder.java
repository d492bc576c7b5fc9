package org.appel.postings.model.notice;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Contract;
import org.appel.postings.model.Contract.Type;
import org.appel.postings.model.facts.NumberWords;
import org.appel.postings.model.facts.Plain;

/** How the person is engaged, and for how long. */
final class ContractFinder {

    private static final String POINTER = "/contract";
    private static final int MONTHS_OF_A_YEAR = 12;

    private static final Map<Type, Pattern> SAID = new EnumMap<>(Map.of(
            Type.FIXED_TERM,
            Pattern.compile("\\bduree determinee\\b|\\bcdd\\b|\\bfixed[- ]term\\b"),
            Type.PERMANENT,
            Pattern.compile("\\bduree indeterminee\\b|\\bcdi\\b|\\b(?:contrat|poste) permanent\\b|\\b(?:permanent"
                    + "|open-ended) (?:contract|position|post|appointment)\\b"),
            Type.TEMPORARY,
            Pattern.compile(
                    "\\bcontrat (?:temporaire|d'interim)\\b|\\btemporary (?:contract|appointment|position)\\b")));
    private static final Map<Type, Pattern> IN_TITLE = new EnumMap<>(Map.of(
            Type.CONSULTANCY, Pattern.compile("\\bconsultan(?:te?|ce|cy)\\b"),
            Type.INTERNSHIP, Pattern.compile("\\bstage\\b|\\bstagiaire\\b|\\bintern(?:ship)?\\b"),
            Type.VOLUNTEER, Pattern.compile("\\bvolontaire\\b|\\bbenevole\\b|\\bvolunteer\\b")));

    private static final Pattern FOR_A_TIME =
            Pattern.compile("\\b(?:poste|contrat|mission|engagement|consultance|stage|contract|appointment|position"
                    + "|assignment|consultancy|internship)\\b.*\\b(?:duree|mois|ans?|period|duration|months?|years?)\\b"
                    + "|^(?:duree|duration)\\b");
    private static final Pattern LASTS =
            Pattern.compile("\\b(?:duree|limitee? a|contrat de|contrat a duree|pour|initial\\w*|period|duration|for|of"
                    + "|stage de|mission de|d'un an|de \\d{1,3} (?:mois|ans?))\\b|-month\\b");
    /** "Twice a year" is no time that lasts. */
    private static final Pattern TIME = Pattern.compile(
            "\\b(\\d{1,3}|(?!an? )\\p{L}+)(?: ?\\(\\d{1,3}\\))?[ -](?:mois|months?|(ans?|annees?|years?))\\b");

    private static final Pattern NOT_OF_IT =
            Pattern.compile("\\bexperience\\b|\\bconge|\\bvacances\\b|\\bleave\\b|\\bessai\\b|\\bsalair|\\bsalary\\b"
                    + "|\\bremuneration\\b|\\bprobation|\\btravel|\\btimes\\b|\\bdegree|\\bdiplome|\\bgraduat"
                    + "|\\betudes\\b|\\bpar an\\b|\\bper year\\b|\\bpreavis\\b|\\bnotice\\b|\\bage\\b|\\bagee?s?\\b"
                    + "|\\bprojets?\\b|\\bprojects?\\b|\\b(?:years?|ans|months?|mois) programme\\b"
                    + "|\\bprogramme (?:de|d'une duree)\\b");
    private static final Pattern UP_TO_IT = Pattern.compile(
            "\\b(\\d{1,3}|\\p{L}+)(?: ?\\(\\d{1,3}\\))?(?: (?:mois|months?))? ?(?:a|to|-|et|and|ou|or) ?$");
    /** Another thing of these letters, and what a contract may become. */
    private static final Pattern NO_CDI =
            Pattern.compile("\\bcommission\\b|\\bdroit international\\b|\\bdebouch|\\btransform|\\bprolong|\\bevol"
                    + "|\\blead to\\b|\\bconver");
    /** Who coordinates volunteers is none. */
    private static final Pattern OF_OTHERS =
            Pattern.compile("\\b(?:coordinat|manager|officer|responsable|charge)|\\bof (?:volunteer|intern|consultan)");

    private static final Pattern RENEWABLE =
            Pattern.compile("\\b(?:renouvelable|renewable)\\b(?! (?:energ|resourc|ressourc))"
                    + "|\\bpossibilite de (?:renouvellement|prolongation)|\\bpossibility of (?:extension|renewal)"
                    + "|\\b(?:may|can|cannot|can not|may not) be (?:extended|renewed)\\b"
                    + "|\\bpeut etre (?:renouvelee?|prolongee?)\\b");
    private static final Pattern OF_CONTRACT =
            Pattern.compile("\\b(?:contrat|poste|engagement|mission|duree|mois|ans?|contract|appointment|position|post"
                    + "|consultan\\w*|months?|years?|duration|assignment)\\b|^(?:renouvelable|renewable)");
    private static final Pattern NEGATION =
            Pattern.compile("\\b(?:non|not|no|pas|sans|aucune?|without)\\b[ -][^.;,]{0,30}$");
    private static final Pattern CONDITION =
            Pattern.compile("\\b(?:sous reserve|subject to|en fonction (?:de|des|du)|depending on)\\b.*");
    private static final Pattern END = Pattern.compile("\\s*[.;)]*$");

    private ContractFinder() {}

    static @Nullable Contract find(Notice notice, Notes notes) {
        var types = types(notice);
        var lasting = months(notice, notes);
        var renewal = notice.saying(RENEWABLE)
                .filter(sentence -> sentence.says(OF_CONTRACT))
                .findFirst();
        var type = types.only(POINTER + "/type", each -> "is said in more than one way, here as " + each.code(), notes);
        var permanent = types.wordsOf(Type.PERMANENT);
        if (permanent != null && lasting.isPresent()) {
            notes.doubt(POINTER + "/months", "is said of a contract without an end", permanent);
            lasting = Optional.empty();
        }
        if (types.isEmpty() && lasting.isPresent()) {
            type = Optional.of(Type.FIXED_TERM);
        }
        renewal.ifPresent(sentence -> notes.found(POINTER + "/renewable", sentence.text()));
        return type.isEmpty() && lasting.isEmpty() && renewal.isEmpty()
                ? null
                : new Contract(
                        type.orElse(null),
                        lasting.orElse(null),
                        renewal.map(ContractFinder::isRenewable).orElse(null),
                        renewal.flatMap(ContractFinder::condition).orElse(null));
    }

    private static Readings<Type> types(Notice notice) {
        var types = new Readings<Type>();
        var title = Plain.of(notice.layout().title());
        IN_TITLE.forEach((type, words) -> {
            if (words.matcher(title).find() && !OF_OTHERS.matcher(title).find()) {
                types.add(type, notice.layout().title());
            }
        });
        SAID.forEach((type, words) -> notice.saying(words)
                .filter(sentence -> type != Type.PERMANENT || !sentence.says(NO_CDI))
                .findFirst()
                .ifPresent(sentence -> types.add(type, sentence.text())));
        return types;
    }

    private static Optional<Integer> months(Notice notice, Notes notes) {
        var said = new Readings<Integer>();
        boolean isRange = false;
        var sentences = notice.saying(FOR_A_TIME)
                .filter(sentence -> sentence.says(LASTS) && !sentence.says(NOT_OF_IT))
                .toList();
        for (var sentence : sentences) {
            for (var time : sentence.all(TIME).toList()) {
                number(time.group(1))
                        .map(number -> time.group(2) == null ? number : number * MONTHS_OF_A_YEAR)
                        .ifPresent(months -> said.add(months, sentence.text()));
                isRange |= isUpTo(sentence.before(time.start()));
            }
        }
        Function<Integer, String> detail = months -> "is said in more than one way, here as " + months;
        if (isRange) {
            said.doubtEach(POINTER + "/months", detail, notes);
            return Optional.empty();
        }
        return said.only(POINTER + "/months", detail, notes);
    }

    /** "Six to twelve months" is none of them. */
    private static boolean isUpTo(Sentence before) {
        var number = UP_TO_IT.matcher(before.plain());
        return number.find() && number(number.group(1)).isPresent();
    }

    /** No contract lasts for none. */
    private static Optional<Integer> number(String written) {
        return NumberWords.value(written).filter(number -> number > 0);
    }

    private static boolean isRenewable(Sentence sentence) {
        var said = RENEWABLE.matcher(sentence.plain());
        return said.find()
                && !said.group().contains("not ")
                && !sentence.before(said.start()).says(NEGATION);
    }

    private static Optional<String> condition(Sentence sentence) {
        var renewable = RENEWABLE.matcher(sentence.plain());
        var condition = CONDITION.matcher(sentence.plain());
        return renewable.find() && condition.find(renewable.end())
                ? Optional.of(END.matcher(sentence.text().substring(condition.start()))
                        .replaceFirst(""))
                : Optional.empty();
    }
}
