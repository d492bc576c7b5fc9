/**
 * Every look into strangers' bytes. What is sound, what it says and how it is freed of its author's traces is found out in
 * a process of its own with little memory, so that a document can end that process and never the service; viruses are
 * looked for by clamd. This package is what services use; how it is done is below it.
 */
@NullMarked
package org.appel.inspection;

import org.jspecify.annotations.NullMarked;
