package org.appel.applications.mailbox;

import java.util.UUID;

/** A candidate whose name and address occur nowhere else. */
record Someone(String name, String address) {
    static Someone unique() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        return new Someone("Amina Qz" + mark, "amina." + mark + "@example.net");
    }
}
