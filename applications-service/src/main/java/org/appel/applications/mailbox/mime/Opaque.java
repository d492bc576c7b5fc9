package org.appel.applications.mailbox.mime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** A part that S/MIME wraps into its signature (RFC 8551, 3.5.2). The signature is not judged: From is whom we know. */
final class Opaque {
    private Opaque() {}

    /** The entity that was signed, in a file; empty if the part is encrypted, or broken. */
    static Optional<Path> open(Path signed, Allowance allowance) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(signed))) {
            var content = new CMSSignedDataParser(new BcDigestCalculatorProvider(), in).getSignedContent();
            if (content == null) {
                return Optional.empty();
            }
            var file = allowance.newFile();
            try (var out = allowance.write(file)) {
                content.getContentStream().transferTo(out);
            }
            return Optional.of(file);
        } catch (Allowance.TooMuch e) {
            throw e;
        } catch (CMSException | IOException | RuntimeException notSigned) {
            return Optional.empty();
        }
    }
}
