package org.appel.postings.storage;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Reads and writes of table {@code webhook}. */
@ApplicationScoped
class WebhookRows implements PanacheRepositoryBase<WebhookRow, UUID> {}
