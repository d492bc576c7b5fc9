/** What all tests of the service share: fixtures that speak. */
@NullMarked
package org.appel.postings;

import org.jspecify.annotations.NullMarked;
