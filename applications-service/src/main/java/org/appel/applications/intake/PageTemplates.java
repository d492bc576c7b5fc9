package org.appel.applications.intake;

import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages that a browser gets, and what they are filled with: each text stands as it is shown. */
@CheckedTemplate(basePath = "intake", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class PageTemplates {
    private PageTemplates() {}

    static native TemplateInstance again(Frame frame, Again page);

    static native TemplateInstance refused(Frame frame, Refused page);

    /** @param style all of the page's CSS */
    record Frame(String language, String title, String style, String home) {}

    record Refused(String title, List<String> paragraphs, String onward, String onwardText) {}

    /**
     * The form as it was sent, with what is wrong with it.
     *
     * @param action relative to the address that the form was sent to
     * @param consentError empty if the consent is there
     */
    record Again(
            String back,
            String title,
            String titleLanguage,
            List<Fault> faults,
            String action,
            String key,
            String wording,
            List<Field> fields,
            List<Choice> languages,
            List<FileField> files,
            String fileHint,
            String accept,
            String consent,
            String consentError,
            String retention) {
        @Override
        public String toString() {
            return "Again[" + faults.size() + " faults]";
        }
    }

    /**
     * @param field its id on the page; empty if it is none's
     * @param detail more of it, in English; empty if the text says it all
     */
    record Fault(String field, String text, String detail) {}

    /** @param error empty if it is sound */
    record Field(
            String name,
            String type,
            String autocomplete,
            int longest,
            String label,
            boolean required,
            String value,
            String error) {
        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    record Choice(String value, String label, boolean chosen) {}

    record FileField(String kind, String label, boolean required, boolean several, String error, String detail) {}
}
