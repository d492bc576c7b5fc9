package org.appel.postings.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

/** The text is an absolute address that a browser opens, by http or https; null is let through. */
@Constraint(validatedBy = WebAddress.Check.class)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface WebAddress {

    String message() default "must be an address such as https://www.example.org";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Takes what RFC 3986 allows; 2048 characters at most. */
    class Check implements ConstraintValidator<WebAddress, String> {

        private static final int LONGEST = 2048;

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            try {
                var address = new URI(text);
                var scheme = address.getScheme();
                return text.length() <= LONGEST
                        && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                        && address.getHost() != null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
