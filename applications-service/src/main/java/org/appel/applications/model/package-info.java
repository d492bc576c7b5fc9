/**
 * The rules of applications in plain Java: who a candidate is, what a posting takes and until when, the stages of a
 * selection and the moves between them, and every way of saying no.
 * Nothing here knows of HTTP, SQL, Kafka or a framework.
 */
@NullMarked
package org.appel.applications.model;

import org.jspecify.annotations.NullMarked;
