package org.appel.postings.organisation;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.postings.storage.StoredOrganisation;

/**
 * Where and in which language the hiring team of an organisation is written to.
 *
 * @param revision of the organisation: as long as it is the same, so are the addresses and their order
 */
@Schema(name = "Contacts")
record ContactsView(String organisation, String name, List<String> hrAddresses, String language, long revision) {

    static ContactsView of(StoredOrganisation stored) {
        var organisation = stored.organisation();
        return new ContactsView(
                organisation.id(),
                organisation.name(),
                organisation.hrAddresses(),
                organisation.language(),
                stored.revision());
    }

    @Override
    public String toString() {
        return "ContactsView[" + organisation + "]";
    }
}
