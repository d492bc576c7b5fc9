/**
 * The least that Quarkus can do: what the benchmarks measure the services against. No part of any installation, and nothing
 * of Appel's in it.
 */
@NullMarked
package org.appel.bare;

import org.jspecify.annotations.NullMarked;
