/**
 * The tables of this service and the SQL that needs to know them; everything that asks for the time asks the database's
 * clock, {@code appel_now()}. No rule lives here: which move a row makes is decided in the model.
 */
@NullMarked
package org.appel.notification.storage;

import org.jspecify.annotations.NullMarked;
