package org.appel.postings.careers;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.postings.careers.Templates.Frame;
import org.appel.postings.careers.Templates.Link;
import org.appel.postings.config.PostingsConfig;
import org.appel.postings.config.Site;

/** Makes what all pages have in common. */
@ApplicationScoped
class Frames {

    private static final int DESCRIPTION = 160;

    private final Site site;
    private final Files files;
    private final String name;

    Frames(Site site, Files files, PostingsConfig config) {
        this.site = site;
        this.files = files;
        name = config.careers().name();
    }

    /**
     * A page with an address of its own in each language.
     *
     * @param path of the page in a language, below {@code /careers/{language}}
     * @param query kept by the language switch
     * @param indexed whether search engines may keep it
     */
    Frame page(
            PageLanguage language,
            String heading,
            String description,
            Function<PageLanguage, String> path,
            String query,
            boolean indexed) {
        return frame(
                language,
                heading,
                description,
                site.at(path.apply(language)).toString(),
                alternates(path),
                indexed,
                false,
                local(path.apply(language.other())) + query);
    }

    /** A page inside another site's. */
    Frame embedded(PageLanguage language, String heading) {
        return frame(language, heading, "", "", List.of(), false, true, "");
    }

    /** A page that no search engine keeps; {@code otherAddress} as in {@link Frame}. */
    Frame passing(PageLanguage language, String heading, String otherAddress) {
        return frame(language, heading, "", "", List.of(), false, false, otherAddress);
    }

    private Frame frame(
            PageLanguage language,
            String heading,
            String description,
            String canonical,
            List<Link> alternates,
            boolean indexed,
            boolean embedded,
            String otherAddress) {
        return new Frame(
                language.code(),
                language.territory(),
                name,
                heading + " – " + name,
                heading,
                shortened(description),
                local("/careers/files/" + files.style()),
                local("/careers/files/" + files.icon()),
                list(language),
                local("/feeds/postings.atom"),
                local("/feeds/postings.json"),
                canonical,
                alternates,
                indexed,
                embedded,
                language.other().code(),
                language.other().ownName(),
                otherAddress);
    }

    /** The address of the whole list. */
    String list(PageLanguage language) {
        return local("/careers/" + language.code());
    }

    /** An address of this service as its own pages write it, so that they work wherever they are reached. */
    String local(String path) {
        return site.at(path).getRawPath();
    }

    private List<Link> alternates(Function<PageLanguage, String> path) {
        var languages = Arrays.stream(PageLanguage.values())
                .map(each -> new Link(each.code(), site.at(path.apply(each)).toString(), false));
        var any = new Link("x-default", site.at(path.apply(PageLanguage.EN)).toString(), false);
        return Stream.concat(languages, Stream.of(any)).toList();
    }

    private static String shortened(String text) {
        if (text.length() <= DESCRIPTION) {
            return text;
        }
        int blank = text.lastIndexOf(' ', DESCRIPTION);
        int end = blank > 0 ? blank : DESCRIPTION;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
