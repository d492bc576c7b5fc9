package org.appel.postings.storage;

import jakarta.persistence.Converter;

import org.hibernate.annotations.Immutable;

import org.appel.postings.model.ReliefWebSettings;

/** What a team has chosen for ReliefWeb. */
@Converter
@Immutable
class ReliefWebSettingsColumn extends JsonColumn<ReliefWebSettings> {

    ReliefWebSettingsColumn() {
        super(ReliefWebSettings.class);
    }
}
