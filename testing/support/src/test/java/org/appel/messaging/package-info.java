/** A stand-in for the annotation of the kit, which cannot be a dependency here. */
@NullMarked
package org.appel.messaging;

import org.jspecify.annotations.NullMarked;
