package org.appel.applications.mailbox.mime;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A file that was packed in another.
 *
 * @param name without folders; null if it has none
 */
record Unpacked(@Nullable String name, Path content, long size) {}
