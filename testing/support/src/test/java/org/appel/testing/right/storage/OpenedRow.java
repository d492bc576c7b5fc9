package org.appel.testing.right.storage;

import java.time.Instant;

import jakarta.persistence.Entity;

import org.appel.testing.right.model.Opened;

@Entity
public class OpenedRow {

    private final Instant at;

    OpenedRow(Opened opened) {
        this.at = opened.at();
    }

    Instant at() {
        return at;
    }
}
