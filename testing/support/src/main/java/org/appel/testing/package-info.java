/**
 * What the tests of every module share: a real broker, database, mail server and identity provider started once per JVM, tokens, topics, the
 * contracts under {@code contracts/}, and the rules of the layout.
 *
 * <p>Nothing here knows a service: a fixture that speaks of postings or applications belongs to the service's own tests.
 */
@NullMarked
package org.appel.testing;

import org.jspecify.annotations.NullMarked;
