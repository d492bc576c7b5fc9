package org.appel.launcher.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.process.Service;
import org.appel.launcher.samples.Notice;
import org.appel.launcher.samples.Samples;
import org.appel.launcher.screen.Screen;

/** The story: five notices, of which three can be published, and the people who apply. */
public final class Demo {

    /** The system must be started with its clock here, before the first notice is published: it only goes forward. */
    public static final Instant BEGINS = Instant.parse("2024-05-06T06:00:00Z");

    private static final Candidate ONDINE = new Candidate("Ondine Fictive", "en");
    private static final Candidate BARNABE = new Candidate("Barnabé Exemple", "fr");
    private static final Candidate CLARA = new Candidate("Clara Spécimen", "fr");
    private static final Candidate NOE = new Candidate("Noé Imaginaire", "fr");
    private static final Candidate IRIS = new Candidate("Iris Inventée", "en");
    private static final Candidate HUGO = new Candidate("Hugo Postiche", "fr");
    private static final Candidate LEA = new Candidate("Léa Dernière-Minute", "fr");
    private static final Candidate REMI = new Candidate("Rémi Retard", "fr");
    private static final Candidate ADA = new Candidate("Ada Maquette", "en");

    private static final Candidate MAYA = new Candidate("Maya Courrielle", "fr");
    private static final Candidate OSCAR = new Candidate("Oscar Évasif", "fr");

    private static final List<Candidate> EVERYBODY =
            List.of(ONDINE, BARNABE, CLARA, NOE, IRIS, HUGO, LEA, REMI, ADA, MAYA, OSCAR);

    private final Screen screen;
    private final Stage stage;
    private final Map<Notice, Vacancy> vacancies;

    /** Writes the samples into the system, which must be empty. */
    public Demo(LocalSystem system, Screen screen) {
        this.screen = screen;
        this.stage = new Stage(system, new Narrator(screen), new Scoreboard());
        this.vacancies = new Samples(system)
                .load().stream()
                        .map(draft -> new Vacancy(system, draft))
                        .collect(Collectors.toMap(Vacancy::notice, Function.identity()));
    }

    /** Plays every scene, prints the table, and gives it. */
    public Scoreboard play() {
        silentNotices();
        director();
        civicSpace();
        secretaryGeneral();
        privacy();
        footprints();
        screen.heading("── Everything counted again");
        stage.scoreboard().show(screen);
        return stage.scoreboard();
    }

    private void silentNotices() {
        stage.narrator().scene("Two notices that say neither until when nor how to apply");
        new SilentNotice(stage, vacancy(Notice.PROTECTION_POLICY)).isRefused("/apply", "/deadline", "/workloadPercent");
        new SilentNotice(stage, vacancy(Notice.PROMOTION_DIRECTOR))
                .isRefused("/apply", "/deadline", "/places", "/workloadPercent");
    }

    private void director() {
        var director = new OpenVacancy(stage, vacancy(Notice.HRD_DIRECTOR));
        director.opens(Instant.parse("2024-05-06T07:00:00Z"), "2024-05-27T00:00:00+02:00");
        director.applies(ONDINE);
        director.applies(BARNABE);
        director.closes();
    }

    private void civicSpace() {
        var civicSpace = new OpenVacancy(stage, vacancy(Notice.CIVIC_SPACE));
        civicSpace.opens(Instant.parse("2025-07-09T07:00:00Z"), "2025-08-04T00:00:00+02:00");
        pay(civicSpace);
        civicSpace.applies(CLARA);
        civicSpace.appliesTwice(NOE);
        civicSpace.sendsTheSameRequestTwice(IRIS);
        civicSpace.sendsABadDocument(HUGO);
        civicSpace.appliesByMail(MAYA, "RE : charge(e) de mission - PROTECTION de l'espace civique (Tunisie/UE)");
        civicSpace.appliesByAnUnclearMail(OSCAR, "Ma candidature");
        civicSpace.countsTheMailbox(2);
        civicSpace.closes(LEA, REMI);
    }

    private void pay(OpenVacancy civicSpace) {
        var pay = civicSpace.vacancy().posting().path("payForThisWorkload");
        var seen = "%s–%s %s a year"
                .formatted(
                        pay.path("from").asText(),
                        pay.path("to").asText(),
                        pay.path("currency").asText());
        stage.narrator().says("At 100 % it pays 38400–41400 EUR a year; for these 80 % that is " + seen + ".");
        stage.scoreboard()
                .compare(civicSpace.vacancy().reference(), "pay for this workload", "30720–33120 EUR a year", seen);
    }

    private void secretaryGeneral() {
        var secretary = new OpenVacancy(stage, vacancy(Notice.SECRETARY_GENERAL));
        secretary.opens(Instant.parse("2026-03-10T08:00:00Z"), "2026-04-04T00:00:00+02:00");
        secretary.applies(ADA);
        secretary.closes();
    }

    private void footprints() {
        stage.narrator().scene("What it took");
        for (var service : Service.values()) {
            var footprint = stage.system().service(service).footprint();
            footprint.startedIn().ifPresent(seconds -> stage.narrator()
                    .says(service.id() + " started in " + seconds + " s"));
            footprint.residentMegabytes().ifPresent(megabytes -> stage.narrator()
                    .detail("and holds " + megabytes + " MB resident"));
        }
    }

    /** No candidate's name or address is on Kafka, in whatever topic. */
    private void privacy() {
        var traces = new ArrayList<String>();
        Stream.of("postings", "applications", "notifications")
                .flatMap(topic -> stage.events().read(topic).stream())
                .forEach(event -> EVERYBODY.stream()
                        .filter(person -> event.mentions(person.name()) || event.mentions(person.email()))
                        .forEach(person -> traces.add(event.topic() + ": " + person.name())));
        stage.scoreboard().compare("Privacy", "candidates' names and addresses on Kafka", 0, traces.size());
    }

    private Vacancy vacancy(Notice notice) {
        return Objects.requireNonNull(vacancies.get(notice));
    }
}
