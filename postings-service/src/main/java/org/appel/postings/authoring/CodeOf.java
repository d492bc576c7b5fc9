package org.appel.postings.authoring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Coded;

/** The text is the written form of one of the choices; null is let through. */
@Constraint(validatedBy = CodeOf.Check.class)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface CodeOf {

    Class<? extends Coded> value();

    String message() default "is none of the choices";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the choices when it objects. */
    class Check implements ConstraintValidator<CodeOf, String> {

        private Coded[] choices = {};

        @Override
        public void initialize(CodeOf constraint) {
            choices = constraint.value().getEnumConstants();
        }

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            if (code == null
                    || Arrays.stream(choices).anyMatch(choice -> choice.code().equals(code))) {
                return true;
            }
            var known = Arrays.stream(choices).map(Coded::code).collect(Collectors.joining(", "));
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("must be one of " + known)
                    .addConstraintViolation();
            return false;
        }
    }
}
