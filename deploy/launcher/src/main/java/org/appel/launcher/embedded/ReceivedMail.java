package org.appel.launcher.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import org.jspecify.annotations.Nullable;

/**
 * A mail as its reader sees it.
 *
 * @param from the sender's address
 * @param to the addresses in its To header
 * @param subject decoded; empty when there is none
 * @param messageId with its angle brackets; empty when there is none
 * @param headers every header by its name as written, the first one where a name comes twice, decoded no further than unfolding
 * @param text the plain text part, empty when there is none
 * @param html the HTML part, empty when there is none
 */
public record ReceivedMail(
        String from,
        List<String> to,
        String subject,
        String messageId,
        Map<String, String> headers,
        String text,
        String html) {

    public ReceivedMail {
        to = List.copyOf(to);
        headers = Map.copyOf(headers);
    }

    /** Reads a mail from its source (RFC 5322 with MIME). */
    public static ReceivedMail parse(byte[] source) {
        try {
            var session = Session.getInstance(new Properties());
            var message = new MimeMessage(session, new ByteArrayInputStream(source));
            return new ReceivedMail(
                    addresses(message.getFrom()).stream().findFirst().orElse(""),
                    addresses(message.getRecipients(MimeMessage.RecipientType.TO)),
                    orEmpty(message.getSubject()),
                    orEmpty(message.getMessageID()),
                    headers(message),
                    text(message, "text/plain"),
                    text(message, "text/html"));
        } catch (IOException | MessagingException e) {
            throw new EmbeddedPartFailed("mail: a message cannot be read", e);
        }
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses)
                        .map(address -> ((InternetAddress) address).getAddress())
                        .toList();
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        var headers = new LinkedHashMap<String, String>();
        for (var all = message.getAllHeaders(); all.hasMoreElements(); ) {
            var header = all.nextElement();
            headers.putIfAbsent(header.getName(), MimeUtility.unfold(header.getValue()));
        }
        return headers;
    }

    private static String text(Part part, String mediaType) throws MessagingException, IOException {
        if (part.isMimeType(mediaType)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart several) {
            for (var i = 0; i < several.getCount(); i++) {
                var found = text(several.getBodyPart(i), mediaType);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
