package org.appel.applications.access;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import org.appel.applications.model.AccessLog;
import org.appel.applications.model.Purpose;
import org.appel.applications.model.Reader;
import org.appel.applications.model.Sight;
import org.appel.applications.storage.Accesses;
import org.appel.service.Caller;
import org.appel.service.Roles;

/** The access log of requests: who reads is in the token, what for in a header. */
@ApplicationScoped
class RequestAccessLog implements AccessLog {
    private final Accesses accesses;
    private final Caller caller;
    private final HttpHeaders headers;

    RequestAccessLog(Accesses accesses, Caller caller, HttpHeaders headers) {
        this.accesses = accesses;
        this.caller = caller;
        this.headers = headers;
    }

    @Override
    public Reader caller() {
        var role = Stream.of(Roles.SERVICE, Roles.HR, Roles.PANEL, Roles.ADMIN)
                .filter(caller::is)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Somebody without a role reads"));
        return new Reader(
                caller.name(),
                role,
                role.equals(Roles.SERVICE) ? Purpose.CORRESPONDENCE : PurposeFilter.purpose(headers));
    }

    @Override
    public void note(Reader reader, List<Sight> sights) {
        accesses.note(reader, sights);
    }
}
