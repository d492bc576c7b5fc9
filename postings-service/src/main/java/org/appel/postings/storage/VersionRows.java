package org.appel.postings.storage;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Reads and writes of table {@code posting_version}. */
@ApplicationScoped
class VersionRows implements PanacheRepositoryBase<VersionRow, VersionRow.Key> {}
