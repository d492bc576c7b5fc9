package org.appel.testing;

/** Where broker and database come from. Each keeps its port and its data over a stop and a start. */
sealed interface Backing extends AutoCloseable permits EmbeddedBacking, ContainerBacking {

    /** The name under which every database is owned and opened. */
    String DATABASE_USER = "appel";

    /** Partitions of the three topics of events; enough to see readers share them. */
    int PARTITIONS = 4;

    void start();

    /** Host and port for {@code bootstrap.servers}. */
    String kafka();

    /** Makes an empty database that {@value #DATABASE_USER} owns, and gives its JDBC address. */
    String createDatabase(String name);

    String databasePassword();

    void startBroker();

    void stopBroker();

    void startDatabase();

    void stopDatabase();

    /** Ends the database server without a checkpoint. */
    void crashDatabase();

    @Override
    void close();
}
