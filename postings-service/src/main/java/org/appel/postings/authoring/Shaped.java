package org.appel.postings.authoring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

/** A part of a body that may look in several ways, or whose fields depend on each other, and that judges this itself. */
interface Shaped {

    /** What is wrong with the part as a whole; empty if nothing is. */
    Optional<String> objection();

    /** The part has no objection to itself. */
    @Constraint(validatedBy = Check.class)
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface WellShaped {

        String message() default "has not the right shape";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Passes the objection on. */
    class Check implements ConstraintValidator<WellShaped, Shaped> {

        @Override
        public boolean isValid(@Nullable Shaped part, ConstraintValidatorContext context) {
            var objection = part == null ? Optional.<String>empty() : part.objection();
            objection.ifPresent(words -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(words).addConstraintViolation();
            });
            return objection.isEmpty();
        }
    }
}
