package org.appel.postings.careers;

import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages and what they are filled with. Nothing in them is computed: each text stands as it is shown. */
@CheckedTemplate(basePath = "careers", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Templates {

    private Templates() {}

    static native TemplateInstance list(Frame frame, Listing page);

    static native TemplateInstance embed(Frame frame, Listing page);

    static native TemplateInstance posting(Frame frame, Detail page);

    static native TemplateInstance apply(Frame frame, Form page);

    static native TemplateInstance thanks(Frame frame, Thanks page);

    static native TemplateInstance message(Frame frame, Message page);

    /**
     * What all pages have in common. Addresses begin with a slash, but for those that stand for the page elsewhere.
     *
     * @param heading the title without the site's name
     * @param description for search engines; empty without
     * @param canonical absolute; empty for a page that is no page of its own
     * @param alternates this page in all languages, absolute
     * @param indexed whether search engines may keep it
     * @param embedded whether another site shows it in a frame
     * @param otherAddress this page in the other language; empty if it cannot be asked for again
     */
    record Frame(
            String language,
            String locale,
            String siteName,
            String title,
            String heading,
            String description,
            String style,
            String icon,
            String home,
            String atom,
            String feed,
            String canonical,
            List<Link> alternates,
            boolean indexed,
            boolean embedded,
            String otherCode,
            String otherName,
            String otherAddress) {}

    record Link(String label, String address, boolean current) {}

    /**
     * @param action the list without any filter
     * @param sort kept by the form; empty for the usual order
     * @param first empty on the first page
     * @param next empty on the last page
     */
    record Listing(
            Quote heading,
            String lead,
            String words,
            String action,
            String sort,
            List<Select> selects,
            List<Link> chips,
            String count,
            List<Link> sorts,
            List<Card> cards,
            String first,
            String next) {}

    record Select(String name, String label, List<Choice> choices) {}

    record Choice(String value, String label, boolean chosen) {}

    /**
     * @param day of the deadline; empty without one
     * @param dateTime first instant after it, RFC 3339
     * @param closing how long there is still time; empty while there is plenty
     * @param noticeLanguage empty if the notice is in the page's language
     */
    record Card(
            String address,
            Quote title,
            Quote organisation,
            List<Mark> marks,
            String day,
            String dateTime,
            String closing,
            boolean soon,
            String noticeLanguage) {}

    record Mark(String icon, String label, String text) {}

    /**
     * @param preview what to say of a preview; empty otherwise
     * @param closed since when; empty while it is open
     * @param open whether it says how to apply
     * @param apply where the form is; empty if there is none
     * @param applyMuted whether there will be one
     * @param deadline a sentence
     * @param email empty if not by e-mail
     * @param elsewhere address; empty if nowhere else
     * @param jsonLd with every &lt; escaped; empty without
     */
    record Detail(
            String preview,
            Quote title,
            Quote organisation,
            String organisationAddress,
            String closing,
            boolean soon,
            String noticeLanguage,
            String closed,
            boolean open,
            List<Fact> facts,
            List<Part> parts,
            List<String> steps,
            String deadline,
            List<String> documents,
            String apply,
            boolean applyMuted,
            String email,
            String mailto,
            Quote subject,
            String elsewhere,
            String elsewhereHost,
            String jsonLd) {}

    /** @param quote the notice's own words */
    record Fact(String label, String text, Quote quote, String note) {}

    /** @param heading empty without; @param share empty without */
    record Part(String heading, String share, List<String> paragraphs, List<String> items) {}

    /**
     * @param key names this one filling in of the form
     * @param wording version of the consent's wording
     */
    record Form(
            String back,
            Quote organisation,
            Quote title,
            String deadline,
            String action,
            String key,
            String wording,
            List<Choice> languages,
            List<FileField> files,
            String fileHint,
            String accept,
            String consent,
            String retention) {}

    record FileField(String kind, String label, boolean required, boolean several) {}

    record Thanks(Quote title, List<Step> steps) {}

    record Step(String label, String text) {}

    record Message(String title, List<String> paragraphs, Quote quote, String onward, String onwardText) {}
}
