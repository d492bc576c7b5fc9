package org.appel.postings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Contract;
import org.appel.postings.model.Deadline;
import org.appel.postings.model.Experience;
import org.appel.postings.model.HowToApply;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Pay;
import org.appel.postings.model.Place;
import org.appel.postings.model.Posting;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.Section;
import org.appel.postings.model.SelectionStep;
import org.appel.postings.model.Start;
import org.appel.postings.model.Text;
import org.appel.postings.model.WorkingLanguage;
import org.appel.postings.model.Workload;

/** Notices and postings for tests of the rules: complete ones, of which a test changes what it is about. */
public final class PostingFixtures {

    /** The day on which the notice appeared. */
    public static final Instant NOW = Instant.parse("2025-07-09T07:00:00Z");

    public static final PostingId ID = new PostingId(UUID.fromString("0197edea-a3b8-767c-9c11-386ef552ddd0"));

    private PostingFixtures() {}

    public static Notice aNotice() {
        return new Notice();
    }

    public static Posting.Draft aDraft() {
        return new Posting.Draft(ID, aNotice().build());
    }

    public static Posting.Open anOpenPosting() {
        return aDraft().publish(NOW);
    }

    public static Posting.Closed aClosedPosting() {
        var open = anOpenPosting();
        return open.close(open.closesAt().orElseThrow());
    }

    public static Deadline.Printed until(String date) {
        return new Deadline.Printed(LocalDate.parse(date), null, ZoneId.of("Europe/Brussels"), null);
    }

    public static Deadline.Printed until(String date, @Nullable String time, String zone) {
        return new Deadline.Printed(
                LocalDate.parse(date), time == null ? null : LocalTime.parse(time), ZoneId.of(zone), null);
    }

    public static Pay pay(@Nullable Long fromCents, @Nullable Long toCents, Pay.Period per, Pay.@Nullable Basis basis) {
        return new Pay(fromCents, toCents, "EUR", per, true, null, basis, null);
    }

    public static Section aSection(@Nullable Integer share) {
        return new Section(Section.Kind.RESPONSIBILITIES, "Plaidoyer", share, List.of(), List.of("Planifier"));
    }

    /** The 80 % post in Brussels; each method changes one thing. */
    public static final class Notice {

        private @Nullable String reference = "OMCT-2025-07";
        private String organisation = "omct";
        private @Nullable String originalLanguage = "fr";
        private Map<String, Text> texts = new LinkedHashMap<>(
                Map.of("fr", new Text("Chargé·e protection de l’espace civique", List.of(aSection(75), aSection(25)))));
        private @Nullable Workload workload = new Workload(80);
        private List<Place> places = List.of(new Place("Bruxelles", "BE", Place.Arrangement.ON_SITE));
        private @Nullable Contract contract = new Contract(Contract.Type.FIXED_TERM, 12, true, "selon les fonds");
        private @Nullable Start start = new Start.OnDate(LocalDate.parse("2025-09-01"), false);
        private @Nullable Pay pay = PostingFixtures.pay(3_840_000L, 4_140_000L, Pay.Period.YEAR, Pay.Basis.FULL_TIME);
        private List<WorkingLanguage> languages =
                List.of(new WorkingLanguage("fr", WorkingLanguage.Need.REQUIRED, null));
        private @Nullable Experience experience = new Experience(2, 5);
        private @Nullable Deadline deadline = until("2025-08-03");
        private @Nullable HowToApply apply = new HowToApply(
                true,
                new HowToApply.Email("applications@omct.org", "Chargé·e de mission"),
                null,
                List.of("cover_letter", "cv"),
                null,
                false);

        public Notice reference(@Nullable String other) {
            reference = other;
            return this;
        }

        public Notice organisation(String other) {
            organisation = other;
            return this;
        }

        public Notice originalLanguage(@Nullable String other) {
            originalLanguage = other;
            return this;
        }

        public Notice text(String language, String title, Section... sections) {
            texts.put(language, new Text(title, List.of(sections)));
            return this;
        }

        public Notice withoutTexts() {
            texts = new LinkedHashMap<>();
            return this;
        }

        public Notice workload(@Nullable Integer percent) {
            workload = percent == null ? null : new Workload(percent);
            return this;
        }

        public Notice places(Place... others) {
            places = List.of(others);
            return this;
        }

        public Notice contract(@Nullable Contract other) {
            contract = other;
            return this;
        }

        public Notice start(@Nullable Start other) {
            start = other;
            return this;
        }

        public Notice pay(@Nullable Pay other) {
            pay = other;
            return this;
        }

        public Notice languages(WorkingLanguage... others) {
            languages = List.of(others);
            return this;
        }

        public Notice experience(@Nullable Integer from, @Nullable Integer to) {
            experience = new Experience(from, to);
            return this;
        }

        public Notice deadline(@Nullable Deadline other) {
            deadline = other;
            return this;
        }

        public Notice apply(@Nullable HowToApply other) {
            apply = other;
            return this;
        }

        public JobAd build() {
            return new JobAd(
                    reference,
                    organisation,
                    originalLanguage,
                    texts,
                    workload,
                    places,
                    contract,
                    null,
                    start,
                    pay,
                    languages,
                    experience,
                    null,
                    deadline,
                    apply,
                    List.of(SelectionStep.WRITTEN_TEST),
                    24);
        }
    }
}
