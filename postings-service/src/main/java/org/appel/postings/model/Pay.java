package org.appel.postings.model;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The pay as the notice prints it. What this post pays is derived by {@link #forWorkload}, never typed.
 *
 * @param fromCents lowest amount in cents of {@code currency}, zero or more; null when only the highest is printed
 * @param toCents highest amount in cents of {@code currency}, zero or more; null when only the lowest is printed
 * @param currency ISO 4217
 * @param gross false for net; null when the notice does not say
 * @param paymentsPerYear 12, 13, … when the notice says so
 * @param basis what the figures stand for
 * @param text the notice's words when it gives no figure
 */
public record Pay(
        @Nullable Long fromCents,
        @Nullable Long toCents,
        @Nullable String currency,
        @Nullable Period per,
        @Nullable Boolean gross,
        @Nullable Integer paymentsPerYear,
        @Nullable Basis basis,
        @Nullable String text) {

    /** For what time the amount is paid. */
    public enum Period implements Coded {
        HOUR,
        DAY,
        MONTH,
        YEAR,
        TOTAL;

        /** An hour or a day of work pays the same, however many of them a week has. */
        boolean isRate() {
            return this == HOUR || this == DAY;
        }
    }

    /** Whether the figures are for a workload of 100 % or for the workload of the post. */
    public enum Basis implements Coded {
        FULL_TIME,
        AS_PAID
    }

    /**
     * What this very post pays.
     *
     * @param fromCents in cents of {@code currency}
     * @param toCents in cents of {@code currency}
     */
    public record ForWorkload(
            @Nullable Long fromCents,
            @Nullable Long toCents,
            String currency,
            Period per,
            @Nullable Boolean gross) {}

    /** Whether at least one amount is printed. */
    public boolean hasFigure() {
        return fromCents != null || toCents != null;
    }

    /**
     * What a post of this workload pays: full-time figures are cut to the workload, all others stay as they are.
     *
     * @param workload null when the post is not measured in percent
     * @return empty without a figure, or as long as something that it depends on is not known
     */
    public Optional<ForWorkload> forWorkload(@Nullable Workload workload) {
        if (!hasFigure() || currency == null || per == null) {
            return Optional.empty();
        }
        if (basis == Basis.AS_PAID || per.isRate() || (workload != null && workload.isFullTime())) {
            return Optional.of(new ForWorkload(fromCents, toCents, currency, per, gross));
        }
        if (basis == null || workload == null) {
            return Optional.empty();
        }
        return Optional.of(new ForWorkload(share(workload, fromCents), share(workload, toCents), currency, per, gross));
    }

    private static @Nullable Long share(Workload workload, @Nullable Long cents) {
        return cents == null ? null : workload.of(cents);
    }
}
