package org.appel.notification.model;

import org.junit.jupiter.api.Test;

import static org.appel.notification.NotificationFixtures.EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MessageIdTest {

    @Test
    void event_and_kind_make_the_message_id() {
        // When
        var id = MessageId.of(EVENT, Kind.HR_NOTICE, "mail.appel.example");

        // Then
        assertThat(id.value()).isEqualTo("<01982d4b-edee-7d1c-a9a1-0b4f6f1c2d3e.hr-notice@mail.appel.example>");
    }

    @Test
    void a_domain_that_would_break_the_header_is_refused() {
        // When / Then
        assertThatThrownBy(() -> MessageId.of(EVENT, Kind.HR_NOTICE, "appel.example>\r\nBcc: x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
