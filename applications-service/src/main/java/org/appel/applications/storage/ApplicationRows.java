package org.appel.applications.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Applications as rows. */
@ApplicationScoped
class ApplicationRows implements PanacheRepositoryBase<ApplicationRow, UUID> {
    Optional<ApplicationRow> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<ApplicationRow> page(ApplicationFilter filter, int limit) {
        var where = new StringBuilder("erasedAt is null");
        Map<String, Object> parameters = new HashMap<>();
        filter.conditions().forEach((condition, value) -> {
            var name = "p" + parameters.size();
            where.append(" and ").append(condition).append(" :").append(name);
            parameters.put(name, value);
        });
        return find(where + " order by id " + (filter.newestFirst() ? "desc" : "asc"), parameters)
                .page(0, limit)
                .list();
    }
}
