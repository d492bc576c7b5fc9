package org.appel.applications.model;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An address that can be written to; at most 254 characters. */
public final class EmailAddress {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    /** Quoted local parts are left out: nobody has one, and they are how header injections begin. */
    private static final Pattern LOCAL_PART =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?![0-9]+$)[a-z0-9][a-z0-9-]{0,61}[a-z0-9]");

    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

    private final String text;
    /** Asked for at every turn, and not quickly found. */
    private final String normalised;

    private EmailAddress(String text, String normalised) {
        this.text = text;
        this.normalised = normalised;
    }

    /**
     * @param text without blanks around it
     * @throws IllegalArgumentException if it is no address
     */
    public EmailAddress(String text) {
        this(text, normalise(text).orElseThrow(() -> new IllegalArgumentException("not an e-mail address")));
    }

    /** The address in that text; empty if it is none. */
    public static Optional<EmailAddress> of(String text) {
        var trimmed = text.strip();
        return normalise(trimmed).map(normalised -> new EmailAddress(trimmed, normalised));
    }

    /** As it was written, without blanks around it. */
    public String text() {
        return text;
    }

    /** What tells one person from another: lower case, composed accents, the domain in its ASCII form. */
    public String normalised() {
        return normalised;
    }

    /**
     * What one person's addresses have in common, as a hint and no more: without a tag after a plus sign, and as Gmail
     * delivers without dots, to either of its domains.
     */
    public String kin() {
        int at = normalised.lastIndexOf('@');
        var localPart = normalised.substring(0, at).replaceFirst("(?<=.)\\+.*", "");
        var domain = normalised.substring(at + 1);
        return GMAIL.contains(domain) ? localPart.replace(".", "") + "@gmail.com" : localPart + "@" + domain;
    }

    /** The part after the last at sign, in its ASCII form and lower case. */
    public String domain() {
        return normalised.substring(normalised.lastIndexOf('@') + 1);
    }

    /** Whether both lead to the same mailbox, whatever their spelling. */
    public boolean isSameAs(EmailAddress other) {
        return normalised.equals(other.normalised);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress address && text.equals(address.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "EmailAddress[…]";
    }

    private static Optional<String> normalise(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || text.length() > LONGEST) {
            return Optional.empty();
        }
        var localPart = Normalizer.normalize(text.substring(0, at), Normalizer.Form.NFC);
        return asciiDomain(text.substring(at + 1))
                .filter(domain -> LOCAL_PART.matcher(localPart).matches()
                        && DOMAIN.matcher(domain).matches())
                .map(domain -> localPart.toLowerCase(Locale.ROOT) + "@" + domain);
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            var composed = Normalizer.normalize(domain, Normalizer.Form.NFC);
            return Optional.of(IDN.toASCII(composed).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }
}
