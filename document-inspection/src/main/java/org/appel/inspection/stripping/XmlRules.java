package org.appel.inspection.stripping;

import java.util.Map;
import javax.xml.namespace.QName;

import org.jspecify.annotations.Nullable;

/** What becomes of the elements and attributes of a part. */
interface XmlRules {

    /** What becomes of an element. */
    sealed interface Fate {
        /** It stays, and what is in it is looked at. */
        record Kept() implements Fate {}

        /** It goes with all that is in it. */
        record Dropped() implements Fate {}

        /** What is in it is looked at and stands in its place. */
        record Unwrapped() implements Fate {}

        /** It stays with its attributes; this text takes the place of what is in it. */
        record Refilled(String text) implements Fate {}
    }

    Fate KEPT = new Fate.Kept();
    Fate DROPPED = new Fate.Dropped();
    Fate UNWRAPPED = new Fate.Unwrapped();
    Fate EMPTIED = new Fate.Refilled("");

    /** @param attributes by their names */
    Fate fate(QName element, Map<QName, String> attributes);

    /** The value that an attribute gets; null to leave it out. */
    @Nullable
    String attribute(QName element, QName attribute, String value);

    /** Attributes to be added, by their local names, in the element's own namespace. */
    default Map<String, String> added(QName element) {
        return Map.of();
    }
}
