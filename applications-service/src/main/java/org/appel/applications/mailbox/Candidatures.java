package org.appel.applications.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.applications.mailbox.mime.IncomingMail;
import org.appel.applications.mailbox.routing.PaperTeller;
import org.appel.applications.model.Consent;
import org.appel.applications.model.Content;
import org.appel.applications.model.Document;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.DocumentType;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.FileName;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.Language;
import org.appel.applications.model.Person;
import org.appel.applications.storage.ArrivedMail;
import org.appel.applications.storage.Documents;

/** Makes applications of mails. */
@ApplicationScoped
class Candidatures {
    /**
     * What somebody agrees to who applies by mail: that the organisation to which they wrote processes what they sent,
     * for the selection for this post only and for the stated retention period. They were not asked; writing says it.
     */
    static final String CONSENT = Consent.BY_MAIL;

    /** The mail's own words, where they are no cover letter. */
    static final DocumentKind MESSAGE = new DocumentKind("message");

    private final Papers papers;
    private final Documents documents;

    Candidatures(Papers papers, Documents documents) {
        this.papers = papers;
        this.documents = documents;
    }

    /** With every document looked into. */
    Candidature of(ArrivedMail arrived, Authorship.Candidate candidate, KnownPosting posting) {
        return of(candidate.mail(), person(arrived, candidate, posting), posting, candidate.doubt());
    }

    /**
     * The same of somebody whom HR has named, or looked at, as the candidate.
     *
     * @param mail null if it could not be read
     */
    Candidature of(ArrivedMail arrived, @Nullable IncomingMail mail, EmailAddress author, KnownPosting posting) {
        var language = Languages.of(mail == null ? null : mail.language(), posting);
        var person = person(arrived, author, arrived.head().name(), language);
        return mail == null
                ? new Candidature(posting.id(), person, documents.stage(List.of()), List.of(), true, null)
                : of(mail, person, posting, null);
    }

    /** Without any document, since the posting will refuse it. */
    Candidature unopened(ArrivedMail arrived, Authorship.Candidate candidate, KnownPosting posting) {
        var person = person(arrived, candidate, posting);
        return new Candidature(posting.id(), person, documents.stage(List.of()), List.of(), true, candidate.doubt());
    }

    /** Whether there is neither a file, of whatever use, nor a letter: a question, an answer, a reminder. */
    static boolean bringsNothing(IncomingMail mail) {
        return mail.parts().isEmpty() && mail.left().isEmpty() && !PaperTeller.looksLikeLetter(mail.text());
    }

    private static Person person(ArrivedMail arrived, Authorship.Candidate candidate, KnownPosting posting) {
        var mail = candidate.mail();
        return person(arrived, candidate.author(), mail.fromName(), Languages.of(mail.language(), posting));
    }

    private static Person person(ArrivedMail arrived, EmailAddress author, @Nullable String name, Language language) {
        return new Person(SenderName.of(name, author), author, language, null, null, arrived.receivedAt(), CONSENT);
    }

    private Candidature of(IncomingMail mail, Person person, KnownPosting posting, @Nullable String doubt) {
        var files = papers.of(mail, posting);
        var all = new ArrayList<>(files.sound());
        words(mail.text(), files.sound()).ifPresent(all::add);
        var isEmpty = files.sound().isEmpty() && !PaperTeller.looksLikeLetter(mail.text());
        return new Candidature(posting.id(), person, documents.stage(all), files.unusable(), isEmpty, doubt);
    }

    private static Optional<Document> words(String text, List<Document> files) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        var hasLetter = files.stream().anyMatch(document -> document.holds(DocumentKind.COVER_LETTER));
        var kind = !hasLetter && PaperTeller.looksLikeLetter(text) ? DocumentKind.COVER_LETTER : MESSAGE;
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Optional.of(new Document(
                kind, DocumentType.TEXT, FileName.of(null, kind, DocumentType.TEXT), bytes.length, Content.of(bytes)));
    }
}
