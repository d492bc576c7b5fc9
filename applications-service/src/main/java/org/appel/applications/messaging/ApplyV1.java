package org.appel.applications.messaging;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How to apply.
 *
 * @param api whether this service takes applications for the posting by its API
 * @param email whereto and under which subject applications are mailed; null if they are not
 * @param documents kinds that are required; null means none
 * @param late what becomes of applications after the deadline; null means that they are refused
 * @param protectCandidates whether traces are taken out of documents; null means not
 */
public record ApplyV1(
        boolean api,
        @Nullable EmailV1 email,
        @Nullable List<String> documents,
        @Nullable LateV1 late,
        @Nullable Boolean protectCandidates) {
    /** @param subject the mandated subject line */
    public record EmailV1(String address, @Nullable String subject) {}

    /**
     * @param policy refuse, flag or grace
     * @param graceMinutes set with policy grace, and only then
     */
    public record LateV1(String policy, @Nullable Integer graceMinutes) {}
}
