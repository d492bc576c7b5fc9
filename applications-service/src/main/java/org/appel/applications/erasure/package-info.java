/**
 * Erases applications: the key is destroyed, rows are emptied, documents removed, and everybody who reads the events
 * is told. What stays is that there was an application, a certificate that names no person, and the ledger's numbers.
 */
@NullMarked
package org.appel.applications.erasure;

import org.jspecify.annotations.NullMarked;
