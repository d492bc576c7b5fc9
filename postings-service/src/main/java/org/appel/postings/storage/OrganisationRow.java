package org.appel.postings.storage;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.ApprovalRule;
import org.appel.postings.model.Boards;
import org.appel.postings.model.Organisation;

/** Table {@code organisation}. */
@Entity
@Table(name = "organisation")
class OrganisationRow {

    @Id
    String id;

    String name;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> names;

    String language;
    String[] hrAddresses;
    String country;
    String zone;

    @Enumerated(EnumType.STRING)
    ApprovalRule approval;

    @Nullable
    String website;

    @Nullable
    String logo;

    @Convert(converter = BoardsColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    Boards boards;

    @Version
    long revision;

    /** For Hibernate only. */
    protected OrganisationRow() {}

    static OrganisationRow of(Organisation organisation) {
        var row = new OrganisationRow();
        row.id = organisation.id();
        row.write(organisation);
        return row;
    }

    void write(Organisation organisation) {
        name = organisation.name();
        names = organisation.names();
        language = organisation.language();
        hrAddresses = organisation.hrAddresses().toArray(String[]::new);
        country = organisation.country();
        zone = organisation.zone().getId();
        approval = organisation.approval();
        website = Objects.toString(organisation.website(), null);
        logo = Objects.toString(organisation.logo(), null);
        boards = organisation.boards();
    }

    StoredOrganisation toStored() {
        return new StoredOrganisation(
                new Organisation(
                        id,
                        name,
                        names,
                        language,
                        List.of(hrAddresses),
                        country,
                        ZoneId.of(zone),
                        approval,
                        address(website),
                        address(logo),
                        boards),
                revision);
    }

    private static @Nullable URI address(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }
}
