package org.appel.notification.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A mail in the hands of one sender.
 *
 * @param messageId that of its first attempt, whatever the settings say by now
 * @param claim which claim of this mail this is, counted from 1: a sender whose lease ended is known by its old claim
 * @param erased whether the candidate's data has been erased meanwhile
 * @param refusals how often the mail server has said "later" to this mail, or let the line drop while taking it
 * @param postponements how often in a row it could not be tried at all, because something it needs was away
 * @param refusedSince when the first of the refusals was; null if there was none
 * @param delivered which of several recipients have it already
 */
public record Attempt(
        OwedMail mail,
        MessageId messageId,
        int claim,
        boolean erased,
        int refusals,
        int postponements,
        @Nullable Instant refusedSince,
        Delivered delivered) {}
