package org.appel.applications.candidate;

import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages and what they are filled with. Nothing in them is computed: each text stands as it is shown. */
@CheckedTemplate(basePath = "candidate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Templates {
    private Templates() {}

    static native TemplateInstance overview(Frame frame, Overview page);

    static native TemplateInstance confirmation(Frame frame, Confirmation page);

    static native TemplateInstance message(Frame frame, Message page);

    /**
     * What all pages have in common.
     *
     * @param language ISO 639-1 code
     * @param style all of the page's CSS
     * @param heading of the page; empty if nothing of the application may be shown
     * @param headingLanguage the language it is written in
     * @param organisation empty in the same case
     * @param otherLanguage code and name of the other language
     * @param otherAddress this page in it; empty if it cannot be asked for again
     * @param refresh where the browser goes on by itself; empty if it stays
     */
    record Frame(
            String language,
            String style,
            String organisation,
            String heading,
            String headingLanguage,
            Option otherLanguage,
            String otherAddress,
            String refresh) {}

    /** A code and its name. */
    record Option(String code, String name) {}

    /**
     * @param notice what was done just now; empty if nothing
     * @param problems why what was asked for was not done; each with the language it is written in
     * @param missingUntil a sentence; empty if nothing is missing
     * @param replaceable whether documents can be sent now
     * @param replaceUntil a sentence about that
     * @param agreed the wording of the consent
     * @param formToken to be sent with every form
     * @param query keeps the language in links and forms
     */
    record Overview(
            String base,
            String query,
            String formToken,
            String notice,
            Problems problems,
            String state,
            String stateMore,
            List<Row> facts,
            List<String> missing,
            String missingUntil,
            List<Slot> slots,
            boolean replaceable,
            String replaceUntil,
            String fileHint,
            String accept,
            List<Option> otherKinds,
            List<Row> person,
            String consent,
            String agreed,
            boolean withdrawable) {}

    /** @param details in English, as the checks say them; empty if the title says it all */
    record Problems(String title, List<String> details) {}

    record Row(String label, String value) {}

    /**
     * The documents of one kind.
     *
     * @param several whether there may be more than one
     * @param taken whether one can be sent; not so for what a mail brought beside its documents
     */
    record Slot(
            String kind, String label, boolean several, boolean taken, List<StoredFile> files, String takesThePlace) {}

    record StoredFile(String name, String address, String details) {}

    /**
     * @param action where the form goes
     * @param grave whether there is no way back
     */
    record Confirmation(
            String title,
            List<String> paragraphs,
            String action,
            String formToken,
            String yes,
            boolean grave,
            String export,
            String back) {}

    /**
     * @param action a form without fields; empty if there is nothing to ask for
     * @param onward a link; empty if there is nowhere to go
     */
    record Message(
            String title, List<String> paragraphs, String action, String button, String onward, String onwardText) {}
}
