package org.appel.postings.storage;

import jakarta.persistence.Converter;

import org.hibernate.annotations.Immutable;

import org.appel.postings.model.Boards;

/** What boards know an organisation by. */
@Converter
@Immutable
class BoardsColumn extends JsonColumn<Boards> {

    BoardsColumn() {
        super(Boards.class);
    }
}
