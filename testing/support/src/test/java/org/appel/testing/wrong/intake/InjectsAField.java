package org.appel.testing.wrong.intake;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;

class InjectsAField {

    @Inject
    @Nullable
    String text;
}
