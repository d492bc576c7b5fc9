package org.appel.postings.storage;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.appel.postings.model.Boards;
import org.appel.postings.model.ReliefWebSettings;

import static org.assertj.core.api.Assertions.assertThat;

class JsonColumnTest {

    @Test
    void what_is_written_is_read_as_it_was() {
        // Given
        var column = new ReliefWebSettingsColumn();
        var settings = new ReliefWebSettings(6867, List.of(4600), List.of(), null, 258);

        // When
        var read = column.convertToEntityAttribute(column.convertToDatabaseColumn(settings));

        // Then
        assertThat(read).isEqualTo(settings);
    }

    @Test
    void what_a_newer_version_wrote_is_still_read() {
        // When
        var boards = new BoardsColumn()
                .convertToEntityAttribute("{\"linkedinCompanyId\": \"77\", \"aBoardToCome\": {\"id\": 1}}");

        // Then
        assertThat(boards).isEqualTo(new Boards("77", null, null));
    }

    @Test
    void a_row_from_before_knows_no_board() {
        // When
        var boards = new BoardsColumn().convertToEntityAttribute("{}");

        // Then
        assertThat(boards).isEqualTo(Boards.NONE);
    }
}
