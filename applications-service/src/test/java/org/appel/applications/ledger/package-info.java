@NullMarked
package org.appel.applications.ledger;

import org.jspecify.annotations.NullMarked;
