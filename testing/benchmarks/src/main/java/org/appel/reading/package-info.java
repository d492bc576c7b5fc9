/**
 * Measures what readers ask for against a bare Quarkus service. Run by hand, see {@code docs/performance.md}.
 */
@NullMarked
package org.appel.reading;

import org.jspecify.annotations.NullMarked;
