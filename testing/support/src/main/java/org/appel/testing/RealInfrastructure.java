package org.appel.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * This test talks to a real broker, database and mail server: containers where a Docker engine answers, embedded ones elsewhere. It says so to the
 * reader, brings back what a test before it left stopped, and empties the mailboxes before each test.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("real-infrastructure")
@ExtendWith(RestoredInfrastructure.class)
public @interface RealInfrastructure {}
