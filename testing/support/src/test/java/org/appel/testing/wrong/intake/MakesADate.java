package org.appel.testing.wrong.intake;

import java.util.Date;

class MakesADate {

    Date now() {
        return new Date();
    }
}
