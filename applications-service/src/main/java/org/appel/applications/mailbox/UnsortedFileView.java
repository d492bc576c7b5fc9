package org.appel.applications.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.mailbox.mime.IncomingMail;

/** A mail that HR has to sort, with everything in it but the content of its files. */
@Schema(name = "UnsortedMailFile")
record UnsortedFileView(
        UUID id,
        @Schema(examples = "\"omct\"") String mailbox,
        Instant receivedAt,
        @Nullable String from,
        @Nullable String name,

        @Schema(
                description =
                        "Whether an answer would go to another address than the author's; it then cannot hold a text.")
        boolean answersElsewhere,

        @Schema(description = "Whether there is an address to answer to.")
        boolean answerable,

        String subject,
        @Schema(examples = "\"forwarded\"") String reason,
        List<UnsortedView.GuessView> guesses,

        @Schema(description = "Empty if the mail could not be read, or holds nothing but files.")
        String text,

        List<PartView> parts,

        @Schema(description = "What could not be unpacked.") List<String> left) {
    @Schema(name = "MailPart")
    record PartView(
            @Schema(description = "In the path of the download.")
            int number,

            @Schema(examples = "\"CV.pdf\"") @Nullable String name,

            @Schema(description = "As the sender says; not to be trusted.", examples = "\"application/pdf\"")
            String mediaType,

            @Schema(description = "In bytes.") long size) {}

    static UnsortedFileView of(Tray.Reading reading) {
        var mail = reading.mail();
        var head = mail.head();
        var content = reading.content();
        return new UnsortedFileView(
                mail.id().value(),
                mail.place().mailbox(),
                mail.receivedAt(),
                UnsortedView.text(head.from()),
                head.name(),
                head.addressOnly(),
                head.answerTo() != null,
                head.subject(),
                mail.reason(),
                UnsortedView.guesses(mail, reading.titles()),
                content == null ? "" : content.text(),
                content == null ? List.of() : parts(content),
                head.left());
    }

    private static List<PartView> parts(IncomingMail content) {
        return IntStream.range(0, content.parts().size())
                .mapToObj(i -> {
                    var part = content.parts().get(i);
                    return new PartView(i + 1, part.name(), part.declaredType(), part.size());
                })
                .toList();
    }

    @Override
    public String toString() {
        return "UnsortedFileView[" + id + "]";
    }
}
