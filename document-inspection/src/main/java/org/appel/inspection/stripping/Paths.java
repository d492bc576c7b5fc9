package org.appel.inspection.stripping;

import java.util.Locale;

/** Addresses of files on somebody's disk, which name them: file:///C:/Users/amina/photo.jpg. */
final class Paths {
    private static final String SCHEME = "file:";

    private Paths() {}

    /** The address without its folders if it is one on a disk, else as it was. */
    static String withoutFolders(String address) {
        return address.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? SCHEME + "///" + nameOnly(address.substring(SCHEME.length()))
                : address;
    }

    static String nameOnly(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
