package org.appel.messaging;

/**
 * How the statements are planned that take from a table which is used as a queue.
 *
 * <p>PostgreSQL keeps the plan of a prepared statement as long as the connection. One that is made while a queue is new and
 * empty reads and sorts all of it, which costs nothing then; of 20,000 rows that wait it took 71 s to take eight, until the
 * statistics were renewed and the plan with them. By their index they are read in order, and only as many as are taken.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-query.html#RUNTIME-CONFIG-QUERY-ENABLE">PostgreSQL,
 *     Planner Method Configuration</a>
 */
public final class QueuePlans {

    /** Lets the rest of the transaction read by indexes alone, wherever one is there; answers with how many settings it made. */
    public static final String BY_INDEXES = """
            SELECT count(set_config(setting, 'off', true)) AS settings
            FROM unnest('{enable_seqscan,enable_bitmapscan,enable_sort,enable_hashjoin,enable_mergejoin}'::text[])
                AS setting""";

    private QueuePlans() {}
}
