/**
 * Measures the intake of applications against PostgreSQL alone. Run by hand, see {@code docs/performance.md}.
 */
@NullMarked
package org.appel.intake;

import org.jspecify.annotations.NullMarked;
