package org.appel.applications.mailbox;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.appel.applications.model.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;

class OwnAddressesTest {
    private final OwnAddresses own = new OwnAddresses(
            Stream.of("Jobs@OMCT.example", "omct.jobs@gmail.com"), Stream.of("jobs@omct.example", "jobs@oim.example"));

    @Test
    void they_are_known_in_every_spelling_and_with_a_tag() {
        // Then
        assertThat(own.hold(new EmailAddress("JOBS@omct.Example"))).isTrue();
        assertThat(own.hold(new EmailAddress("jobs+2025@omct.example"))).isTrue();
        assertThat(own.hold(new EmailAddress("jobs@oim.example"))).isTrue();
        assertThat(own.hold(new EmailAddress("amina@omct.example"))).isFalse();
    }

    @Test
    void whoever_writes_from_the_organisations_domain_is_one_of_its_people() {
        // Then
        assertThat(own.areOf(new EmailAddress("amina@omct.example"))).isTrue();
        assertThat(own.areOf(new EmailAddress("amina@oim.example"))).isFalse();
    }

    @Test
    void nobody_is_a_colleague_for_having_the_same_provider() {
        // Then
        assertThat(own.areOf(new EmailAddress("amina@gmail.com"))).isFalse();
    }
}
