package org.appel.promises;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.launcher.http.Answer;
import org.appel.launcher.http.Api;
import org.appel.launcher.process.Service;
import org.appel.running.Applicant;
import org.appel.running.Mails;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(RunningAppel.class)
class P7OneOrganisationNeverSeesAnothersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ANY_VERSION = Map.of("If-Match", "*");

    private static Vacancy draft;
    private static Vacancy vacancy;
    private static String application;
    private static String document;

    /** A way to an object of OMCT; the same way to an object that nobody has must be answered alike. */
    private record Route(String name, Service service, String mine, String nobodys, Function<Call, Answer> call) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Call(Api api, String path) {}

    @BeforeAll
    static void omctHasADraftAPostingAndAnApplication() throws InterruptedException {
        draft = Vacancy.draft("P7 brouillon", RunningAppel.appel().now().plusSeconds(86_400));
        vacancy = Vacancy.open("P7 ouverte");
        var applicant = Applicant.named("Vue Par Omct Seule");
        application = applicant
                .insistOn(vacancy)
                .orThrow("applying")
                .json()
                .path("id")
                .asText();
        document = Vacancy.applications("hr")
                .get("/applications/" + application)
                .json()
                .path("documents")
                .path(0)
                .path("id")
                .asText();
        await().untilAsserted(() -> assertThat(Mails.to(applicant)).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void what_is_anothers_is_answered_as_what_is_nobodys(Route route) {
        for (var role : List.of("hr", "panel")) {
            // Given
            var stranger = RunningAppel.appel().api(route.service(), role, "oim");

            // When
            var mine = route.call().apply(new Call(stranger, route.mine()));
            var nobodys = route.call().apply(new Call(stranger, route.nobodys()));

            // Then
            assertThat(mine.status()).as(role).isIn(403, 404).isEqualTo(nobodys.status());
            assertThat(mine.problem()).isEqualTo(nobodys.problem());
        }
    }

    @Test
    void the_routes_are_open_to_the_organisation_itself() {
        var hr = Vacancy.applications("hr");
        assertThat(hr.get("/applications/" + application).status()).isEqualTo(200);
        assertThat(hr.get("/applications/" + application + "/documents/" + document)
                        .status())
                .isEqualTo(200);
        assertThat(hr.get("/applications/" + application + "/history").status()).isEqualTo(200);
        assertThat(hr.get("/postings/" + vacancy.id() + "/applications.csv").text())
                .contains("Vue Par Omct Seule");
        assertThat(hr.get("/postings/" + vacancy.id() + "/ledger").status()).isEqualTo(200);
        assertThat(RunningAppel.appel()
                        .api(Service.POSTINGS, "hr", "omct")
                        .get("/postings/" + draft.id())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void lists_hold_nothing_of_another_organisation() {
        // Given
        var postings = RunningAppel.appel().api(Service.POSTINGS, "hr", "oim");
        var applications = RunningAppel.appel().api(Service.APPLICATIONS, "hr", "oim");
        var notifications = RunningAppel.appel().api(Service.NOTIFICATION, "hr", "oim");

        // Then
        assertThat(postings.get("/drafts?limit=100").text()).doesNotContain(draft.id(), "P7 brouillon");
        assertThat(postings.get("/drafts?organisation=omct").text()).doesNotContain(draft.id());
        assertThat(applications.get("/applications?limit=100").text()).doesNotContain(application);
        assertThat(applications.get("/applications?posting=" + vacancy.id()).text())
                .doesNotContain(application, "Vue Par Omct");
        assertThat(notifications.get("/notifications?limit=100").text()).doesNotContain(application, vacancy.id());
        assertThat(notifications
                        .get("/notifications?application=" + application)
                        .text())
                .doesNotContain(vacancy.id());
    }

    @Test
    void without_a_token_only_the_public_reads_and_the_intake_answer() {
        routes().forEach(route -> {
            var anonymous = RunningAppel.appel().api(route.service(), "hr").anonymous();
            assertThat(route.call().apply(new Call(anonymous, route.mine())).status())
                    .as(route.name())
                    .isIn(401, 404);
        });
        var anyone = RunningAppel.appel().api(Service.POSTINGS, "hr").anonymous();
        assertThat(anyone.get("/postings?limit=5").status()).isEqualTo(200);
        assertThat(anyone.get("/postings/" + vacancy.id()).status()).isEqualTo(200);
        assertThat(anyone.get("/postings/" + draft.id()).status()).isEqualTo(404);
        assertThat(anyone.get("/drafts").status()).isEqualTo(401);
    }

    static Stream<Route> routes() {
        var nobody = UUID.randomUUID().toString();
        var sample = Vacancy.body("P7 volée", RunningAppel.appel().now().plusSeconds(86_400));
        var stage = JSON.createObjectNode().put("stage", "longlisted");
        var reason = JSON.createObjectNode().put("reason", "not mine to withdraw");
        return Stream.of(
                posting("read a draft", draft, nobody, "", c -> c.api().get(c.path())),
                posting("write a draft", draft, nobody, "", c -> c.api().put(c.path(), sample, ANY_VERSION)),
                posting("publish a draft", draft, nobody, "/publication", c -> c.api()
                        .put(c.path(), JSON.createObjectNode(), ANY_VERSION)),
                posting("amend a posting", vacancy, nobody, "", c -> c.api().put(c.path(), sample, ANY_VERSION)),
                posting("withdraw a posting", vacancy, nobody, "/publication", c -> c.api()
                        .delete(c.path(), reason, ANY_VERSION)),
                posting("extend a deadline", vacancy, nobody, "/deadline", c -> c.api()
                        .put(c.path(), sample.path("deadline"), ANY_VERSION)),
                posting("read versions", draft, nobody, "/versions", c -> c.api()
                        .get(c.path())),
                application("read an application", nobody, "", c -> c.api().get(c.path())),
                application("read a document", nobody, "/documents/" + document, c -> c.api()
                        .get(c.path())),
                application("read a history", nobody, "/history", c -> c.api().get(c.path())),
                application("ask for the recipient", nobody, "/recipient", c -> c.api()
                        .get(c.path())),
                application("erase", nobody, "", c -> c.api().delete(c.path())),
                application("move to a stage", nobody, "/stage", c -> c.api().post(c.path(), stage, ANY_VERSION)),
                list("export", nobody, "/applications.csv"),
                list("read the ledger", nobody, "/ledger"));
    }

    private static Route posting(String name, Vacancy mine, String nobody, String rest, Function<Call, Answer> call) {
        return new Route(name, Service.POSTINGS, "/postings/" + mine.id() + rest, "/postings/" + nobody + rest, call);
    }

    private static Route application(String name, String nobody, String rest, Function<Call, Answer> call) {
        return new Route(
                name,
                Service.APPLICATIONS,
                "/applications/" + application + rest,
                "/applications/" + nobody + rest,
                call);
    }

    private static Route list(String name, String nobody, String rest) {
        return new Route(
                name,
                Service.APPLICATIONS,
                "/postings/" + vacancy.id() + rest,
                "/postings/" + nobody + rest,
                c -> c.api().get(c.path()));
    }
}
