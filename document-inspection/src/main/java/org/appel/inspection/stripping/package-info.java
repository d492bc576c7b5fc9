/**
 * Copies documents without the traces of who made them, where and when: names, dates, places, programs and paths that no
 * reader sees on the pages. Runs in the process for documents only, on documents that were found sound.
 */
@NullMarked
package org.appel.inspection.stripping;

import org.jspecify.annotations.NullMarked;
