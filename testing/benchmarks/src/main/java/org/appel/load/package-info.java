/**
 * Load that costs the machine as little as it can, for the cores belong to what is measured.
 */
@NullMarked
package org.appel.load;

import org.jspecify.annotations.NullMarked;
