/**
 * What no service runs, held by reading it: contracts, compose file, manifests, realm and documents agree with each
 * other and with the sources. Nothing here starts a container.
 */
@NullMarked
package org.appel.files;

import org.jspecify.annotations.NullMarked;
