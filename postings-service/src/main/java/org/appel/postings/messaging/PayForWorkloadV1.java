package org.appel.postings.messaging;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.JobAd;

/** What the post pays at its workload; amounts in units of {@code currency}. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PayForWorkloadV1(
        @Nullable BigDecimal from,
        @Nullable BigDecimal to,
        String currency,
        String per,
        @Nullable Boolean gross) {

    /** @return null when the notice gives no figure */
    public static @Nullable PayForWorkloadV1 of(JobAd ad) {
        return ad.payForThisWorkload()
                .map(pay -> new PayForWorkloadV1(
                        units(pay.fromCents()),
                        units(pay.toCents()),
                        pay.currency(),
                        pay.per().code(),
                        pay.gross()))
                .orElse(null);
    }

    /** 38400 for 3 840 000 cents, 25.5 for 2 550. */
    static @Nullable BigDecimal units(@Nullable Long cents) {
        if (cents == null) {
            return null;
        }
        var units = BigDecimal.valueOf(cents, 2).stripTrailingZeros();
        return units.scale() < 0 ? units.setScale(0) : units;
    }
}
