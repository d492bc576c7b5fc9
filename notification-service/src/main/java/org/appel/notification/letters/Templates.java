package org.appel.notification.letters;

import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, each with a page of text and one of HTML, and what they are filled with. */
@CheckedTemplate(basePath = "letters", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Templates {

    private Templates() {}

    static native TemplateInstance acknowledgement(Frame frame, Acknowledgement page);

    static native TemplateInstance note(Frame frame, Note page);

    static native TemplateInstance hrNotice(Frame frame, Notice page);

    static native TemplateInstance hrSummary(Frame frame, Summary page);

    static native TemplateInstance webhookDisabled(Frame frame, WebhookDisabled page);

    /**
     * What all letters have in common.
     *
     * @param language ISO 639-1 code
     * @param preview the line that mailboxes show beside the subject
     * @param organisation in whose name it is sent
     * @param title of the posting, in the letter's language; or what else the letter is about
     * @param reference of the posting; empty if it has none
     */
    record Frame(
            String language, String subject, String preview, String organisation, String title, String reference) {}

    /**
     * @param name empty if there is none that may be shown
     * @param documents what each is, and the file's name
     * @param unusable which documents could not be used, and why
     * @param missing which documents are missing
     * @param missingUntil how and until when they can be added; empty if they cannot
     * @param replaceUntil empty if the posting has no deadline
     * @param link to the candidate's own view; empty if there is none to give
     * @param linkMeaning what it allows
     * @param answered whether a reply goes to somebody
     */
    record Acknowledgement(
            String name,
            boolean update,
            String receivedOn,
            String fileNumber,
            List<String> documents,
            List<String> unusable,
            List<String> missing,
            String missingUntil,
            List<String> steps,
            boolean replaceable,
            String replaceUntil,
            String link,
            String linkMeaning,
            boolean answered) {}

    /**
     * A letter of a few sentences.
     *
     * @param name empty if there is none that may be shown
     * @param intro its first sentence; empty if it has none
     * @param rows the facts
     * @param paragraphs each by its lines
     * @param link to the candidate's own view; empty if there is none to give
     * @param linkMeaning what it allows
     * @param closing its last sentence; empty if it has none
     * @param answered whether a reply goes to somebody
     * @param handwritten whether a person wrote it, who greets as they like
     */
    record Note(
            String name,
            String intro,
            List<Row> rows,
            List<List<String>> paragraphs,
            String link,
            String linkMeaning,
            String closing,
            boolean answered,
            boolean handwritten) {}

    record Row(String label, String value) {}

    /** @param byMail whether it came in by e-mail and not by the form */
    record Notice(boolean update, int number, String receivedOn, String fileNumber, boolean byMail, String link) {}

    record Summary(
            String deadline,
            int applications,
            List<Line> arrivals,
            int arrived,
            List<Line> acknowledgements,
            int owed,
            String countedAt) {}

    /** @param part whether it is part of the line above it and not of the total */
    record Line(String label, int count, boolean part) {}

    /** @param sections the same in each language */
    record WebhookDisabled(List<Section> sections) {}

    /**
     * A letter in one of its languages.
     *
     * @param language ISO 639-1 code
     * @param rows the facts
     * @param lines the facts as lines of text
     * @param automatic that no person wrote it
     */
    record Section(
            String language,
            String greeting,
            String intro,
            List<Row> rows,
            List<String> lines,
            List<String> paragraphs,
            String automatic) {}
}
