package org.appel.postings.authoring;

import java.util.Set;

import jakarta.enterprise.context.RequestScoped;

import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.service.Caller;
import org.appel.service.Roles;

/** Whose postings the caller may write: those of the organisations they work for; an administrator everybody's. */
@RequestScoped
class HiringTeam {

    private final Caller caller;

    HiringTeam(Caller caller) {
        this.caller = caller;
    }

    /** The subject of the caller's token: one person, whatever they are called at the moment. */
    String caller() {
        return caller.subject();
    }

    boolean isMember(String organisation) {
        return caller.worksFor(organisation);
    }

    boolean isMemberOfAll() {
        return caller.is(Roles.ADMIN);
    }

    Set<String> organisations() {
        return caller.organisations();
    }

    /** @throws PostingRefused with {@link Refusal.ForeignOrganisation} if the caller does not work for it */
    void requireMember(String organisation) {
        if (!isMember(organisation)) {
            throw new PostingRefused(new Refusal.ForeignOrganisation(organisation));
        }
    }
}
