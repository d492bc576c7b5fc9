package org.appel.applications.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How long applications to a posting are kept: whole months, counted in the posting's time zone from the day of its
 * closing, or from each application's last change as long as there is none. Nobody is erased who was not told, unless
 * nobody can be told.
 *
 * @param months zero or more
 * @param closedAt first instant after the deadline, also of one to come; without a deadline the withdrawal; null if the
 *     posting has neither
 * @param ahead how long before an erasure it is announced, at least
 */
public record Retention(ZoneId zone, int months, @Nullable Instant closedAt, Duration ahead) {
    /**
     * What a candidate is told.
     *
     * @param endsOn as it was counted then
     * @param erasedOn on which the application is erased at the earliest, the same day or a later one
     * @param toldAt when the letter was sent, or given up; null as long as it may be on its way
     */
    public record Notice(
            LocalDate endsOn, LocalDate erasedOn, @Nullable Instant toldAt) {}

    /**
     * The retention that the posting has.
     *
     * @param withdrawnAt null if it was not, or it is not known when
     * @param months for postings that do not say
     */
    public static Retention of(KnownPosting posting, @Nullable Instant withdrawnAt, int months, Duration ahead) {
        return new Retention(
                posting.zone() == null ? ZoneOffset.UTC : ZoneId.of(posting.zone()),
                Objects.requireNonNullElse(posting.retentionMonths(), months),
                posting.closesAt() == null ? withdrawnAt : posting.closesAt(),
                ahead);
    }

    /** The day on which the retention of an application ends that was last changed then. */
    public LocalDate endsOn(Instant updatedAt) {
        return LocalDate.ofInstant(closedAt == null ? updatedAt : closedAt, zone)
                .plusMonths(months);
    }

    /**
     * The day on which it is erased as things stand now.
     *
     * @param notice what was announced last; null if nothing was
     */
    public LocalDate erasedOn(Instant updatedAt, @Nullable Notice notice, Instant now) {
        var end = endsOn(updatedAt);
        return isOf(notice, end) ? dayOf(Objects.requireNonNull(notice), now) : announcing(end, now);
    }

    /** What is to be announced now: empty if nothing is, or it was announced. */
    public Optional<Notice> toAnnounce(Instant updatedAt, @Nullable Notice notice, Instant now) {
        var end = endsOn(updatedAt);
        // A day earlier than it must be: so whoever is told in the course of that day is told in time.
        var due = !now.isBefore(startOf(end).minus(ahead).minus(Duration.ofDays(1)));
        return due && !isOf(notice, end) ? Optional.of(new Notice(end, announcing(end, now), null)) : Optional.empty();
    }

    /** Whether it is to be erased now. */
    public boolean isOver(Instant updatedAt, @Nullable Notice notice, Instant now) {
        return notice != null
                && isOf(notice, endsOn(updatedAt))
                && notice.toldAt() != null
                && !now.isBefore(startOf(dayOf(notice, now)));
    }

    /** The day of which the candidate was told, or a later one if the letter came late; it may still come. */
    private LocalDate dayOf(Notice notice, Instant now) {
        return announcing(notice.erasedOn(), Objects.requireNonNullElse(notice.toldAt(), now));
    }

    /** That day, or the first one that leaves the time in which it is announced. */
    private LocalDate announcing(LocalDate end, Instant now) {
        var told = now.plus(ahead);
        var day = LocalDate.ofInstant(told, zone);
        var earliest = startOf(day).isBefore(told) ? day.plusDays(1) : day;
        return end.isBefore(earliest) ? earliest : end;
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** A notice of another date is none: the retention was changed, or the posting reopened. */
    private static boolean isOf(@Nullable Notice notice, LocalDate end) {
        return notice != null && notice.endsOn().equals(end);
    }
}
