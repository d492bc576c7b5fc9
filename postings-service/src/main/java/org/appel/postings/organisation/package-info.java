/** Who publishes: kept by administrators, listed for everybody, with addresses only for those who need them. */
@NullMarked
package org.appel.postings.organisation;

import org.jspecify.annotations.NullMarked;
