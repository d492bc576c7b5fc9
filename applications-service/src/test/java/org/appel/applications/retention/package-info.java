@NullMarked
package org.appel.applications.retention;

import org.jspecify.annotations.NullMarked;
