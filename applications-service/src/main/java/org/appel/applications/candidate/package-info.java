/**
 * The candidate's own view of an application, opened by the link in the acknowledgement: as JSON for front ends and as
 * a page for people. Whoever has the link sees and changes that one application and nothing else; one filter checks it
 * before any method here runs.
 */
@NullMarked
package org.appel.applications.candidate;

import org.jspecify.annotations.NullMarked;
