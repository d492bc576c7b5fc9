/**
 * What a subject line and the papers of a mail say. Plain Java: strings in, a finding with its reason out.
 */
@NullMarked
package org.appel.applications.mailbox.routing;

import org.jspecify.annotations.NullMarked;
