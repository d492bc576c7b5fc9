package org.appel.applications.mailbox.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.EmailAddress;

/**
 * Who sent a message, by its From and by its envelope.
 *
 * @param address null if there is none, or more than one
 * @param name as it is written; null if absent
 * @param returnPath null if none was noted that is an address
 * @param brokenReturnPath whether one was noted that is neither an address nor the empty one
 */
record Sender(
        @Nullable EmailAddress address,
        @Nullable String name,
        @Nullable EmailAddress returnPath,
        boolean nullReturnPath,
        boolean brokenReturnPath) {
    private static final int LONGEST_NAME = 200;
    private static final Pattern ANGLE = Pattern.compile("<\\s{0,5}([^<>\\s]{3,254})\\s{0,5}>");

    static Sender of(Header header) {
        var authors = header.all("from").stream()
                .flatMap(field -> authors(field).stream())
                .toList();
        boolean one = authors.stream()
                        .map(author -> author.address().normalised())
                        .distinct()
                        .count()
                == 1;
        var path = header.first("return-path").map(value -> value.replaceAll("\\s", ""));
        var address = path.map(value -> value.replaceAll("^<|>$", "")).flatMap(EmailAddress::of);
        boolean isNull = path.filter("<>"::equals).isPresent();
        return new Sender(
                one ? authors.getFirst().address() : null,
                one ? authors.getFirst().name() : null,
                address.orElse(null),
                isNull,
                path.isPresent() && address.isEmpty() && !isNull);
    }

    /** What stands before the {@code @}, in lower case. */
    Optional<String> localPart() {
        return Optional.ofNullable(address)
                .map(EmailAddress::normalised)
                .map(text -> text.substring(0, text.lastIndexOf('@')).toLowerCase(Locale.ROOT));
    }

    private record Author(EmailAddress address, @Nullable String name) {}

    private static List<Author> authors(String field) {
        var authors = new ArrayList<Author>();
        for (InternetAddress one : parsed(field)) {
            var address = Optional.ofNullable(one.getAddress()).flatMap(EmailAddress::of);
            address.ifPresent(found -> authors.add(new Author(found, shown(one.getPersonal()))));
        }
        if (authors.isEmpty()) {
            var angle = ANGLE.matcher(field);
            while (angle.find() && authors.size() < 2) {
                var name = field.substring(0, angle.start());
                EmailAddress.of(angle.group(1)).ifPresent(found -> authors.add(new Author(found, shown(name))));
            }
        }
        return authors;
    }

    private static InternetAddress[] parsed(String field) {
        try {
            return InternetAddress.parseHeader(field, false);
        } catch (AddressException | RuntimeException broken) {
            return new InternetAddress[0];
        }
    }

    private static @Nullable String shown(@Nullable String personal) {
        if (personal == null) {
            return null;
        }
        var name = EncodedWords.decode(personal)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "")
                .strip()
                .replaceAll("^(['\"])(.*)\\1$", "$2")
                .strip();
        if (name.isEmpty()) {
            return null;
        }
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    @Override
    public String toString() {
        return "Sender[…]";
    }
}
