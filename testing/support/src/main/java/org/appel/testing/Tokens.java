package org.appel.testing;

/** Bearer tokens that the services under test accept, signed by the infrastructure's issuer and good for an hour. */
public final class Tokens {

    private Tokens() {}

    /** Somebody who recruits for the organisations. */
    public static String hr(String... organisations) {
        return with("hr", organisations);
    }

    /** Somebody who selects for the organisations. */
    public static String panel(String... organisations) {
        return with("panel", organisations);
    }

    /** A job board. */
    public static String board() {
        return with("board");
    }

    /** Somebody who runs the services. */
    public static String ops() {
        return with("ops");
    }

    /** Somebody who may do everything for every organisation. */
    public static String admin() {
        return with("admin");
    }

    /** A service that calls another. */
    public static String service() {
        return with("service");
    }

    /** A bearer with one role, named {@code role@organisation}. */
    public static String with(String role, String... organisations) {
        var name = organisations.length == 0 ? role : role + "@" + organisations[0];
        return of(name, role, organisations);
    }

    /** The same with a name. */
    public static String of(String subject, String role, String... organisations) {
        return Infrastructure.control().token(subject, new String[] {role}, organisations);
    }
}
