@NullMarked
package org.appel.applications.access;

import org.jspecify.annotations.NullMarked;
