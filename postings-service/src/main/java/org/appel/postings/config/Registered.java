package org.appel.postings.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

/** The text is a code or name that a public registry knows; null is let through. */
@Constraint(validatedBy = Registered.Check.class)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Registered {

    In value();

    String message() default "is no such code";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Which registry, with the words of its refusal. */
    enum In {
        COUNTRIES("must be a country by ISO 3166-1, such as BE", Set.of(Locale.getISOCountries())),
        LANGUAGES("must be a language by ISO 639-1, such as fr", Set.of(Locale.getISOLanguages())),
        CURRENCIES(
                "must be a currency by ISO 4217, such as EUR",
                Currency.availableCurrencies().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet())),
        TIME_ZONES("must be an IANA time zone such as Europe/Brussels", Set.copyOf(ZoneId.getAvailableZoneIds()));

        private final String message;
        private final Set<String> codes;

        In(String message, Set<String> codes) {
            this.message = message;
            this.codes = codes;
        }
    }

    /** Says which registry when it objects. */
    class Check implements ConstraintValidator<Registered, String> {

        private In registry = In.COUNTRIES;

        @Override
        public void initialize(Registered constraint) {
            registry = constraint.value();
        }

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            if (code == null || registry.codes.contains(code)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(registry.message).addConstraintViolation();
            return false;
        }
    }
}
