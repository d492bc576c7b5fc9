package org.appel.postings.storage;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Reads and writes of table {@code job_board}. */
@ApplicationScoped
class JobBoardRows implements PanacheRepositoryBase<JobBoardRow, UUID> {}
