/**
 * The rules of the layout, each a sentence with a reason. What a rule objects to is shown by a small wrong class in this module's tests.
 */
@NullMarked
package org.appel.testing.layout;

import org.jspecify.annotations.NullMarked;
