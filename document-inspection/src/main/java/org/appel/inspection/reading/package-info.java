/**
 * Reads the text of a document that was found sound, and what it tells of itself, by Apache Tika. Runs in the process for
 * documents only. What a parser cannot read is left out; it says nothing about whether the document is sound.
 */
@NullMarked
package org.appel.inspection.reading;

import org.jspecify.annotations.NullMarked;
