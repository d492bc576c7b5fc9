package org.appel.testing;

/**
 * The JVM's one infrastructure, as an MXBean: Quarkus loads test classes with a class loader of its own, and only types of the JDK are the same on
 * both sides. Tests use {@link Infrastructure}.
 */
public interface InfrastructureControlMXBean {

    String getKafka();

    String getJdbcUrl();

    String getDatabaseUser();

    String getDatabasePassword();

    String getIssuer();

    int getSmtpPort();

    int getImapPort();

    /** The JDBC address of a fresh, empty database of the same user. */
    String newDatabase();

    void startBroker();

    void stopBroker();

    void startDatabase();

    void stopDatabase();

    void crashDatabase();

    void startMail();

    void stopMail();

    void clearMail();

    /** Sources of all mails in ISO 8859-1, so that each byte is one character. */
    String[] mailSources();

    String token(String subject, String[] groups, String[] organisations);
}
