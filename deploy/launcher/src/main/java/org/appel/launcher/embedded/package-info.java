/**
 * The parts around the services, run inside this JVM: broker, database, mail server and identity provider.
 *
 * <p>They are the real products (Kafka, PostgreSQL, SMTP and IMAP, OIDC), bound to 127.0.0.1 only, and each can be stopped and started again on the
 * same port with its data. Nothing here knows a service or a posting.
 */
@NullMarked
package org.appel.launcher.embedded;

import org.jspecify.annotations.NullMarked;
