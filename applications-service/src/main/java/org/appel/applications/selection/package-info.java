/**
 * What HR and the panel see of applications, and the moves HR makes with them: lists, files, documents, history and
 * CSV; and whom to write to, for the service that sends the mails.
 * Each way in checks the organisation: somebody else's application is as unknown as one that never was.
 */
@NullMarked
package org.appel.applications.selection;

import org.jspecify.annotations.NullMarked;
