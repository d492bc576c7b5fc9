package org.appel.service;

/** The roles of a token, in its claim {@code groups}. */
public interface Roles {

    /** Runs the installation: every organisation, and the organisations themselves. */
    String ADMIN = "admin";

    /** Writes postings and decides on applications, for the organisations of the token. */
    String HR = "hr";

    /** Reads applications as a member of a selection panel, for the organisations of the token. */
    String PANEL = "panel";

    /** An external job board. */
    String BOARD = "board";

    /** Watches the installation: dead letters, notifications; no application. */
    String OPS = "ops";

    /** One of Appel's own services. */
    String SERVICE = "service";
}
