package org.appel.postings.careers;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list, as they were written: anybody can write an address. */
class SearchParameters {

    @RestQuery
    @Nullable
    String q;

    @RestQuery
    @Nullable
    String organisation;

    @RestQuery
    @Nullable
    String country;

    @RestQuery
    @Nullable
    String contract;

    @RestQuery
    @Nullable
    String workload;

    @RestQuery
    @Nullable
    String language;

    @RestQuery
    @Nullable
    String closing;

    @RestQuery
    @Nullable
    String sort;

    @RestQuery
    @Nullable
    String cursor;

    @RestQuery
    @Nullable
    String embed;
}
