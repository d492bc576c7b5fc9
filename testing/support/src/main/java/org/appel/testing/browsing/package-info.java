/** A real browser for tests of pages, where one is installed, and what it finds that people could not use. */
@NullMarked
package org.appel.testing.browsing;

import org.jspecify.annotations.NullMarked;
