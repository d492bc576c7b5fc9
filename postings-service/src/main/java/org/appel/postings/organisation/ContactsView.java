package org.appel.postings.organisation;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.postings.model.Organisation;

/** Where and in which language the hiring team of an organisation is written to. */
@Schema(name = "Contacts")
record ContactsView(String organisation, String name, List<String> hrAddresses, String language) {

    static ContactsView of(Organisation organisation) {
        return new ContactsView(
                organisation.id(), organisation.name(), organisation.hrAddresses(), organisation.language());
    }

    @Override
    public String toString() {
        return "ContactsView[" + organisation + "]";
    }
}
