package org.appel.applications.mailbox.imap;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate that signs itself, and whom it lets trust it. */
record Certificate(X509Certificate certificate, Path keys) {
    private static final String PASSWORD = "changeit";

    static Certificate of(String host, Path directory) throws Exception {
        var pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        var name = new X500Name("CN=" + host);
        var now = Instant.now();
        var certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now.minus(Duration.ofDays(1))),
                                Date.from(now.plus(Duration.ofDays(1))),
                                name,
                                pair.getPublic())
                        .addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(new GeneralName(GeneralName.dNSName, host)))
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        var keys = store();
        keys.setKeyEntry("server", pair.getPrivate(), PASSWORD.toCharArray(), new X509Certificate[] {certificate});
        var file = directory.resolve("keys.p12");
        try (var out = Files.newOutputStream(file)) {
            keys.store(out, PASSWORD.toCharArray());
        }
        return new Certificate(certificate, file);
    }

    /** The server is told of its certificate by a property of the process. */
    <T> T usedBy(Supplier<T> server) {
        System.setProperty("greenmail.tls.keystore.file", keys.toString());
        try {
            return server.get();
        } finally {
            System.clearProperty("greenmail.tls.keystore.file");
        }
    }

    SSLContext trusting() throws Exception {
        var trusted = store();
        trusted.setCertificateEntry("server", certificate);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
