/** Documents as candidates and attackers make them, and whether they are told apart, read, contained and stripped. */
@NullMarked
package org.appel.inspection;

import org.jspecify.annotations.NullMarked;
