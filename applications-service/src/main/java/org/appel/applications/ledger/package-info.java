/**
 * The account of everything that arrived, for each posting and each mailbox, and whether it balances: over HTTP, for a
 * command that asks for all of it, and as a metric. It only reads; the lines are written with what they tell of.
 */
@NullMarked
package org.appel.applications.ledger;

import org.jspecify.annotations.NullMarked;
