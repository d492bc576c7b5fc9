/** What all tests of this service share: postings, candidates' files, and a client that sends forms. */
@NullMarked
package org.appel.applications;

import org.jspecify.annotations.NullMarked;
