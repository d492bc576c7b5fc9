/**
 * What the hiring team does with its own postings: writes drafts, publishes, amends, moves deadlines, withdraws, and
 * looks back at earlier versions.
 *
 * <p>Who does not work for the organisation is answered as if the posting were not there.
 */
@NullMarked
package org.appel.postings.authoring;

import org.jspecify.annotations.NullMarked;
