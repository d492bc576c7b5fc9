package org.appel.files;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The realm puts into a token what the services read from it, and holds no secret. */
class KeycloakRealmTest {

    private static final JsonNode REALM = Repository.json(Repository.path("deploy/keycloak/appel-realm.json"));

    @Test
    void the_roles_are_those_that_the_services_know() {
        // Given
        var roles = Repository.all(
                Pattern.compile("String [A-Z]+ = \"([a-z]+)\""),
                Repository.text("service-kit/src/main/java/org/appel/service/Roles.java"));

        // When
        var inTheRealm = REALM.at("/roles/realm").findValuesAsText("name");

        // Then
        assertThat(inTheRealm).containsExactlyInAnyOrderElementsOf(roles);
    }

    @Test
    void a_token_says_who_with_which_roles_for_which_organisations_and_to_whom() {
        // Given
        var scope = Repository.elements(REALM.path("clientScopes"))
                .filter(candidate -> candidate.path("name").asText().equals("appel"))
                .findFirst()
                .orElseThrow();

        // When
        var claims = scope.findValuesAsText("claim.name");

        // Then
        assertThat(claims).contains("groups", "organisations", "preferred_username");
        assertThat(scope.findValuesAsText("included.custom.audience")).containsExactly("appel");
    }

    @Test
    void every_client_has_the_scopes_by_which_the_services_know_a_caller() {
        for (var client : REALM.path("clients")) {
            // Then
            assertThat(Repository.texts(client.path("defaultClientScopes"))).contains("basic", "appel");
        }
    }

    @Test
    void the_front_end_is_public_and_proves_itself_by_pkce() {
        // When
        var front = client("appel-front");

        // Then
        assertThat(front.path("publicClient").asBoolean()).isTrue();
        assertThat(front.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(front.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
    }

    @Test
    void the_notification_service_has_an_account_of_its_own_with_the_role_service_only() {
        // When
        var client = client("notification-service");
        var account = REALM.at("/users/0");

        // Then
        assertThat(client.path("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(client.path("standardFlowEnabled").asBoolean(true)).isFalse();
        assertThat(account.path("serviceAccountClientId").asText()).isEqualTo("notification-service");
        assertThat(Repository.texts(account.path("realmRoles"))).containsExactly("service");
    }

    @Test
    void no_password_and_no_secret_is_in_the_file() {
        // When
        var secrets = REALM.findValuesAsText("secret");

        // Then
        assertThat(secrets).isNotEmpty().allMatch(secret -> secret.matches("\\$\\{[A-Z_]+}"));
        assertThat(REALM.findValues("credentials")).isEmpty();
        assertThat(REALM.path("users")).hasSize(1);
    }

    private static JsonNode client(String id) {
        return Repository.elements(REALM.path("clients"))
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
