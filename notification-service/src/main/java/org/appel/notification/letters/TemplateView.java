package org.appel.notification.letters;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.notification.model.Kind;
import org.appel.notification.model.Language;

/** A template as the API shows it. */
@Schema(name = "Template", examples = """
        {"name": "acknowledgement", "variants": ["standard", "incomplete", "updated", "address-only"],
         "languages": ["fr", "en"], "parts": ["html", "text"], "preview": "/templates/acknowledgement/preview"}""")
record TemplateView(String name, List<String> variants, List<String> languages, List<String> parts, String preview) {

    static TemplateView of(Kind kind) {
        return new TemplateView(
                kind.wire(),
                Samples.variants(kind),
                Arrays.stream(Language.values()).map(Language::code).toList(),
                Stream.of(Part.values()).map(Part::wire).toList(),
                "/templates/" + kind.wire() + "/preview");
    }
}
