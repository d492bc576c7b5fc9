package org.appel.postings.model.notice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Pay;
import org.appel.postings.model.Pay.Basis;
import org.appel.postings.model.Pay.Period;
import org.appel.postings.model.Section.Kind;
import org.appel.postings.model.facts.Fact.Amount;
import org.appel.postings.model.facts.Fact.Currency;
import org.appel.postings.model.facts.Plain;

/** What the post pays: one or two amounts in one money, or the words that stand for them. */
final class PayFinder {

    private static final String POINTER = "/pay";
    private static final int CENTS = 2;
    private static final int FULL_TIME = 100;
    /** Smaller numbers count something else. */
    private static final BigDecimal LEAST = BigDecimal.TEN;

    private static final Pattern PAY = Pattern.compile(
            "\\bsalaires?\\b|\\bremuneration\\b|\\bremunere|\\bhonoraires\\b|\\btraitement (?:de base|annuel"
                    + "|mensuel|brut)|\\bindemnite (?:mensuelle|de stage)|\\bsalary\\b|\\bfees?\\b|\\bstipend\\b"
                    + "|\\bpay\\b|\\bpaid\\b");
    /** These speak of all sorts of payments. */
    private static final Pattern SPEAKS_OF_THE_POST =
            Pattern.compile("\\bsalaires?\\b|\\bremuner|\\btraitement\\b|\\bindemnite\\b|\\bsalary\\b|\\bstipend\\b");

    private static final Pattern OF_OTHER_THINGS = Pattern.compile(
            "\\bbudgets?\\b|\\bgere[rz]?\\b|\\bmanag(?:e|es|ing)\\b|\\babonnement|\\brembours|\\breimburs"
                    + "|\\bsubventions?\\b|\\bgrants?\\b");
    private static final Pattern EXTRAS =
            Pattern.compile("\\bper diem|\\bperdiem|\\bprimes?\\b|\\bbonus|\\btraining\\b|\\bleave\\b|\\bconges?\\b"
                    + "|\\bholidays?\\b|\\ballowance");
    private static final Pattern CEILING = Pattern.compile("\\bexceed|\\bdepasser\\b|\\bplafon|\\bno more than\\b");
    /** Monies that are not read, and thousands that are written as a letter. */
    private static final Pattern UNREAD = Pattern.compile(
            "\\d ?k\\b|\\b(?:f ?cfa|cfa|xof|xaf|cad|aud|nzd|mad|tnd|dzd|jpy|sek|nok|dkk|dinars?|dirhams?"
                    + "|yens?|roupies?|rupees?|shillings?)\\b|(?<!swiss )\\bfrancs?\\b(?! suisses?)|\\bcanad|\\baustral");

    private static final String MONEY = "(?:chf|eur|euros?|usd|us ?\\$|gbp|€|\\$|£|francs?|dollars?|brut|gross|net)";
    /** "45 000 à 52 000", and no other two amounts. */
    private static final Pattern RANGE = Pattern.compile("\\d[\\d '.,]*(?: ?" + MONEY
            + ")*[ .]*(?:-|a|to|et|and|jusqu'a|up to) ?(?:" + MONEY + " ?)*\\d[\\d '.,]*+(?! ?%)");

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final Pattern UP_TO = Pattern.compile("\\bjusqu'a\\b|\\bmaximum\\b|\\bup to\\b|\\bau plus\\b");
    private static final Map<Period, Pattern> PERIODS = Map.of(
            Period.YEAR,
                    Pattern.compile("\\bannuel|\\bpar an\\b|/ ?an\\b|\\ba l'annee|\\byearly\\b|\\bannual|\\b(?:per"
                            + "|a) (?:year|annum)\\b|/ ?year\\b"),
            Period.MONTH,
                    Pattern.compile(
                            "\\bmensuel|\\bpar mois\\b|/ ?mois\\b|\\bmonthly\\b|\\b(?:per|a) month\\b|/ ?month\\b"),
            Period.DAY,
                    Pattern.compile("\\bjournalie|\\bpar jour\\b|/ ?jour\\b|\\bdaily\\b|\\b(?:per|a) day\\b|/ ?day\\b"),
            Period.HOUR,
                    Pattern.compile("\\bhoraire\\b(?! de travail)|\\bde l'heure\\b|\\bpar heure\\b|\\bhourly\\b"
                            + "|\\b(?:per|an) hour\\b"),
            Period.TOTAL, Pattern.compile("\\bforfait|\\bau total\\b|\\blump sum\\b|\\bin total\\b"));
    private static final Pattern GROSS = Pattern.compile("\\bbruts?\\b|\\bbrute?s?\\b|\\bgross\\b");
    private static final Pattern NET = Pattern.compile("\\bnets?\\b|\\bnette\\b");
    private static final Pattern PAYMENTS =
            Pattern.compile("\\b(?:sur|en|over|in) (1[2-4]) (?:mois|mensualites|months|instal?lments|payments)\\b"
                    + "|\\bx ?(1[2-4])\\b|\\b1[2-4]e mois\\b");
    private static final Pattern AT_FULL_TIME = Pattern.compile(
            "\\b100 ?%|\\bequivalent (?:a un )?temps plein|\\bfull[- ]time\\b|\\btemps plein\\b|\\bplein temps\\b");
    /** A figure-less promise about this post, and not about others. */
    private static final Pattern WORDS =
            Pattern.compile("\\b(?:conformes? (?:a|aux)|selon|fixee?s? (?:par|selon)|negociables?|a convenir|a negocier"
                    + "|commensurate with|according to|in (?:accordance|line) with|negotiable)\\b.*?(?=,|;|\\.|$)");

    private PayFinder() {}

    /** @param workload of the post, which decides what figures without a basis stand for */
    static @Nullable Pay find(Notice notice, Optional<Integer> workload, Notes notes) {
        var figures = notice.saying(PAY)
                .filter(PayFinder::isOfThePost)
                .filter(sentence ->
                        sentence.says(UNREAD) || !money(notice, sentence).isEmpty())
                .filter(sentence -> !amounts(notice, sentence).isEmpty())
                .toList();
        if (figures.isEmpty()) {
            return inWords(notice, notes);
        }
        var sentence = figures.getFirst();
        var amounts = amounts(notice, sentence);
        var money = money(notice, sentence);
        if (figures.size() > 1
                || money.size() != 1
                || sentence.says(UNREAD)
                || sentence.says(CEILING)
                || sentence.says(EXTRAS)
                || !isOneOrRange(amounts, sentence)) {
            figures.forEach(each -> notes.doubt(POINTER, "cannot be told from these figures", each.text()));
            return null;
        }
        notes.found(POINTER, sentence.text());
        boolean isMost = amounts.size() == 1 && sentence.says(UP_TO);
        return new Pay(
                isMost ? null : cents(amounts.getFirst()),
                amounts.size() == 2 || isMost ? cents(amounts.getLast()) : null,
                money.getFirst(),
                period(sentence, notes),
                gross(sentence),
                payments(sentence),
                basis(sentence, workload),
                null);
    }

    private static boolean isOfThePost(Sentence sentence) {
        return !sentence.says(OF_OTHER_THINGS)
                && (sentence.kind() == Kind.OFFER && !sentence.says(EXTRAS) || sentence.says(SPEAKS_OF_THE_POST));
    }

    private static boolean isOneOrRange(List<BigDecimal> amounts, Sentence sentence) {
        return amounts.getLast().compareTo(MOST) < 0
                && (amounts.size() == 1
                        || amounts.size() == 2
                                && amounts.getLast()
                                                .compareTo(amounts.getFirst().multiply(BigDecimal.TEN))
                                        < 0
                                && RANGE.matcher(withoutPayments(sentence.plain()))
                                        .find());
    }

    /** Thirteen times a year is no amount. */
    private static String withoutPayments(String text) {
        return PAYMENTS.matcher(Plain.of(Plain.compose(text))).replaceAll(" ");
    }

    private static @Nullable Pay inWords(Notice notice, Notes notes) {
        for (var sentence : notice.saying(PAY)
                .filter(sentence -> sentence.says(SPEAKS_OF_THE_POST) || !sentence.says(EXTRAS))
                .toList()) {
            var words = WORDS.matcher(sentence.plain());
            if (words.find()) {
                notes.found(POINTER + "/text", sentence.text());
                return new Pay(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        sentence.text().substring(words.start(), words.end()));
            }
        }
        return null;
    }

    private static List<BigDecimal> amounts(Notice notice, Sentence sentence) {
        Predicate<Amount> isMoney =
                amount -> amount.unit() == null && amount.value().compareTo(LEAST) > 0;
        return notice.facts(withoutPayments(sentence.text()), Amount.class, isMoney).stream()
                .map(Amount::value)
                .sorted()
                .distinct()
                .toList();
    }

    private static List<String> money(Notice notice, Sentence sentence) {
        return notice.facts(sentence.text(), Currency.class).stream()
                .map(Currency::code)
                .distinct()
                .toList();
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(CENTS).longValue();
    }

    private static @Nullable Period period(Sentence sentence, Notes notes) {
        var said = PERIODS.keySet().stream()
                .filter(period -> sentence.says(PERIODS.get(period)))
                .toList();
        if (said.size() != 1) {
            notes.doubt(
                    POINTER + "/per", said.isEmpty() ? "is not said" : "is said in more than one way", sentence.text());
        }
        return said.size() == 1 ? said.getFirst() : null;
    }

    private static @Nullable Boolean gross(Sentence sentence) {
        boolean gross = sentence.says(GROSS);
        return gross == sentence.says(NET) ? null : Boolean.valueOf(gross);
    }

    private static @Nullable Integer payments(Sentence sentence) {
        var said = PAYMENTS.matcher(sentence.plain());
        var times = said.find() ? said.group(1) == null ? said.group(2) : said.group(1) : null;
        return times == null ? null : Integer.valueOf(times);
    }

    private static @Nullable Basis basis(Sentence sentence, Optional<Integer> workload) {
        if (sentence.says(AT_FULL_TIME)) {
            return Basis.FULL_TIME;
        }
        return workload.filter(percent -> percent == FULL_TIME)
                .map(_ -> Basis.AS_PAID)
                .orElse(null);
    }
}
