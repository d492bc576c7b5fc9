package org.appel.applications.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Document;
import org.appel.applications.model.Flaw;
import org.appel.applications.model.Person;

/**
 * What could be made of a request, and what is wrong with it.
 *
 * @param person null if the part {@code application} has a flaw
 * @param documents those that are sound
 */
record Draft(@Nullable Person person, List<Document> documents, List<Flaw> flaws) {
    Draft {
        documents = List.copyOf(documents);
        flaws = List.copyOf(flaws);
    }

    /** Whether nothing is wrong with it as far as it can be seen by itself. */
    boolean isSound() {
        return person != null && flaws.isEmpty();
    }

    @Override
    public String toString() {
        return "Draft[" + flaws.size() + " flaws]";
    }
}
