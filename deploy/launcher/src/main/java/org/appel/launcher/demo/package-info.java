/**
 * The whole story without hands: notices are published, candidates apply, everybody is told, deadlines pass. Everything is done over the public APIs,
 * and everything is counted again from the other side: in the mailboxes, on Kafka, in the ledger.
 */
@NullMarked
package org.appel.launcher.demo;

import org.jspecify.annotations.NullMarked;
