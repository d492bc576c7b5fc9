/**
 * What is written: the templates, their words in each language, and the preview of them. The words are in
 * {@code messages/}, the pages in {@code templates/letters/}.
 *
 * <p>Nothing here knows to whom a letter goes or how.
 */
@NullMarked
package org.appel.notification.letters;

import org.jspecify.annotations.NullMarked;
