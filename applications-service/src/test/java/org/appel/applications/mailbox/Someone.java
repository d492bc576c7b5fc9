package org.appel.applications.mailbox;

import java.util.UUID;

/** A candidate whose name and address occur nowhere else. */
record Someone(String name, String address) {
    static Someone unique() {
        // Not only hexadecimal digits, which the bytes of anything sealed may show by chance.
        var mark = "zq" + UUID.randomUUID().toString().substring(0, 8);
        return new Someone("Amina " + mark, "amina." + mark + "@example.net");
    }
}
