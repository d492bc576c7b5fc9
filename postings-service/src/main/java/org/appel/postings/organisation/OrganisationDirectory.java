package org.appel.postings.organisation;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Organisation;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.storage.Organisations;
import org.appel.postings.storage.StoredOrganisation;
import org.appel.service.Caller;
import org.appel.service.Roles;

/** Reads and writes of organisations. */
@ApplicationScoped
public class OrganisationDirectory {

    private static final Logger LOG = Logger.getLogger(OrganisationDirectory.class);

    private final Organisations organisations;
    private final Caller caller;

    OrganisationDirectory(Organisations organisations, Caller caller) {
        this.organisations = organisations;
        this.caller = caller;
    }

    /**
     * What came of a write.
     *
     * @param isNew whether the organisation was not known before
     */
    public record Written(StoredOrganisation stored, boolean isNew) {}

    /**
     * Adds an organisation or replaces what is known of it; what changes nothing is let through as it is.
     *
     * @param wanted what it is to be, of what is known of it; null if it is new
     * @param requireSeen refuses a caller who has not seen this revision; asked only when something would be replaced
     */
    @Transactional
    public Written write(String id, Function<@Nullable Organisation, Organisation> wanted, LongConsumer requireSeen) {
        var known = organisations.lock(id).orElse(null);
        var organisation = wanted.apply(known == null ? null : known.organisation());
        if (known != null && known.organisation().equals(organisation)) {
            return new Written(known, false);
        }
        if (known != null) {
            requireSeen.accept(known.revision());
        }
        var stored = organisations.save(organisation);
        LOG.infof("organisation written organisation=%s revision=%d", organisation.id(), stored.revision());
        return new Written(stored, known == null);
    }

    /** @throws PostingRefused with {@link Refusal.UnknownOrganisation} */
    @Transactional
    public StoredOrganisation get(String id) {
        return organisations.find(id).orElseThrow(() -> new PostingRefused(new Refusal.UnknownOrganisation(id)));
    }

    /** @throws PostingRefused with {@link Refusal.UnknownOrganisation}, also if the caller does not work for it */
    @Transactional
    public StoredOrganisation withContacts(String id) {
        if (!caller.is(Roles.SERVICE) && !caller.worksFor(id)) {
            throw new PostingRefused(new Refusal.UnknownOrganisation(id));
        }
        return get(id);
    }

    /** In the order of their ids, after {@code after}; the empty text for the first page. */
    @Transactional
    public List<StoredOrganisation> list(String after, int limit) {
        return organisations.list(after, limit);
    }
}
