@NullMarked
package org.appel.applications.consent;

import org.jspecify.annotations.NullMarked;
