package org.appel.postings.storage;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Reads and writes of table {@code organisation}. */
@ApplicationScoped
class OrganisationRows implements PanacheRepositoryBase<OrganisationRow, String> {}
