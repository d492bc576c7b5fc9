package org.appel.postings.model.notice;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.appel.postings.model.Place;
import org.appel.postings.model.facts.Fact.Named;

/**
 * Where the work is done: what stands behind the title, else what is said to be the place of work. Places that a notice
 * names otherwise (of other offices, of journeys) are none.
 */
final class PlaceFinder {

    private static final String POINTER = "/places";

    private static final Pattern LABEL =
            Pattern.compile("^(?:lieux?(?: de travail| d'affectation| de (?:la )?mission)?|duty stations?|locations?"
                    + "|localisation|lieu de service|place of work|base) ?: ?");
    private static final Pattern BASED =
            Pattern.compile("\\b(?:poste|position|post|role|personne|titulaire|candidate?|assignment|mission|il|elle"
                    + "|incumbent)\\b[^.;]{0,60}\\b(?:basee?s?|situee?|localisee?|affectee?|based|located"
                    + "|stationed)\\b ");
    private static final Pattern OF_OTHERS = Pattern.compile(
            "\\brend\\w* compte|\\breport|\\bsupervis|\\bautorite\\b|\\bcollabor|\\bequipes?\\b|\\bteams?\\b"
                    + "|\\bcoll(?:ea|e)gues\\b|\\bpart(?:enaires?|ners?)\\b|\\b(?:works?|liais\\w*"
                    + "|coordinat\\w*) (?:closely )?with\\b");
    private static final Pattern HEAD = Pattern.compile(
            "\\b(?:cheffe?s?|chef\\(fe\\)|heads?|chiefs?) (?:de|of) $|\\b(?:supervision|autorite)\\b[^,;]*$");
    private static final Pattern TEAM =
            Pattern.compile("\\b(?:recrut\\w*|recherche\\w*|cherche\\w*|recruit\\w*|seek\\w*"
                    + "|hiring)\\b.*\\b(?:au sein de (?:son|sa|notre|l')|within (?:its|our)|for (?:its|our)|pour (?:son"
                    + "|sa|notre)) ?[^,;.]*?\\b(?:a|au|en|aux|in) ");
    private static final Pattern JOURNEYS = Pattern.compile(
            "\\b(?:avec|with|deplacements?|travel\\w*|missions?|possib\\w*|rend compte|reports? to|puis|then)\\b");
    private static final Pattern EITHER = Pattern.compile("\\b(?:ou|or)\\b");
    private static final Pattern RECRUITS =
            Pattern.compile("\\b(?:recrute|cherche|recherche|recruits|seeks|is (?:seeking|looking|recruiting))\\b");
    private static final Pattern OFFICE =
            Pattern.compile("\\b(?:bureau|antenne|mission|delegation|office)\\b(?=.*" + RECRUITS + ")");
    /** "L'OIM Libye". */
    private static final Pattern ACRONYM = Pattern.compile("\\b\\p{Lu}{2,8}\\s+$");

    private PlaceFinder() {}

    static List<Place> find(Notice notice, Notes notes) {
        var inTitle = notice.layout().placesInTitle();
        var said = said(notice, notes).or(() -> ofOffice(notice, notes));
        if (!inTitle.isEmpty()) {
            var places = read(notice, inTitle);
            if (said.isPresent() && !isWithin(said.get(), places) && !isWithin(places, said.get())) {
                notes.doubt(
                        POINTER,
                        "is another one in the title",
                        String.valueOf(notice.layout().titleLine()));
                return List.of();
            }
            notes.found(POINTER, String.valueOf(notice.layout().titleLine()));
            return places;
        }
        return said.or(() -> ofMission(notice, notes)).orElse(List.of());
    }

    private static boolean isWithin(List<Place> some, List<Place> others) {
        return some.stream().allMatch(place -> others.stream()
                .anyMatch(other -> other.equals(place)
                        || place.city() == null
                                && place.country() != null
                                && place.country().equals(other.country())));
    }

    /** All sentences that say it have to say the same. */
    private static Optional<List<Place>> said(Notice notice, Notes notes) {
        var said = new Readings<List<Place>>();
        for (var pattern : List.of(LABEL, BASED, TEAM)) {
            for (var sentence : notice.saying(pattern).toList()) {
                var match = pattern.matcher(sentence.plain());
                match.find();
                if (pattern == BASED
                        && (OF_OTHERS.matcher(match.group()).find()
                                || sentence.before(match.start()).says(HEAD))) {
                    continue;
                }
                var rest = sentence.from(match.end());
                var travels = JOURNEYS.matcher(rest.plain());
                var there = travels.find() ? rest.before(travels.start()) : rest;
                var places = read(notice, there.text());
                if (places.size() > 1 && there.says(EITHER)) {
                    notes.doubt(POINTER, "is one of several", sentence.text());
                    return Optional.of(List.of());
                }
                if (!places.isEmpty()) {
                    said.add(places, sentence.text());
                }
            }
            if (!said.isEmpty()) {
                break;
            }
        }
        var only = said.only(POINTER, _ -> "is said in more than one way", notes);
        return said.areSeveral() ? Optional.of(List.of()) : only;
    }

    private static Optional<List<Place>> ofOffice(Notice notice, Notes notes) {
        return notice.saying(OFFICE).findFirst().flatMap(sentence -> {
            var recruits = RECRUITS.matcher(sentence.plain());
            var places = recruits.find()
                    ? read(notice, sentence.before(recruits.start()).text())
                    : List.<Place>of();
            if (places.isEmpty()) {
                return Optional.empty();
            }
            notes.found(POINTER, sentence.text());
            return Optional.of(places);
        });
    }

    /** The country of a mission is likely, and where in it, or whether in it, is not said. */
    private static Optional<List<Place>> ofMission(Notice notice, Notes notes) {
        for (var sentence : notice.sentences()) {
            for (var named : notice.places().in(sentence.text())) {
                int at = sentence.text().indexOf(named.said());
                if (ACRONYM.matcher(sentence.text().substring(0, at)).find()
                        && notice.places().isCountry(named)) {
                    notes.doubt(
                            POINTER,
                            "is not said: the country is the one of the mission that the notice speaks of, and the city is missing",
                            sentence.text());
                    return Optional.of(List.of(place(notice, named)));
                }
            }
        }
        return Optional.empty();
    }

    /** A country behind its city is one place with it. */
    private static List<Place> read(Notice notice, String text) {
        var named = notice.places().in(text);
        var cities = named.stream()
                .filter(place -> !notice.places().isCountry(place))
                .toList();
        var countries = cities.stream()
                .flatMap(city -> notice.places().country(city).stream())
                .toList();
        return named.stream()
                .filter(place -> !notice.places().isCountry(place)
                        || notice.places()
                                .country(place)
                                .filter(countries::contains)
                                .isEmpty())
                .map(place -> place(notice, place))
                .distinct()
                .toList();
    }

    private static Place place(Notice notice, Named named) {
        var country = notice.places().country(named).orElse(null);
        return new Place(notice.places().isCountry(named) ? null : named.said(), country, null);
    }
}
