package org.appel.postings.authoring;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param reason HR's words for the public */
record WithdrawRequest(
        @NotBlank(message = "is missing: the public is told why") @Size(max = 2000)
        String reason) {}
