package org.appel.testing.wrong.intake;

import org.appel.testing.wrong.selection.Chosen;

record KnowsAnotherFeature(Chosen chosen) {}
