package org.appel.inspection.stripping;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** What a kind of office archive keeps in which entry. */
interface Archives {

    /** Whether the entry goes; what names it has to go, too. */
    boolean drops(String entry);

    /**
     * How the XML of an entry is copied; null if the entry is no XML.
     *
     * @throws IOException if it is not well-formed
     */
    @Nullable
    XmlRules rules(String entry, byte[] content) throws IOException;
}
