package org.appel.inspection.reading;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.OfficeOpenXMLExtended;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;

/** Of the hundred properties that Tika knows those that somebody asked for, under short names. */
final class Properties {

    private static final Map<String, Property[]> NAMES = names();

    private Properties() {}

    private static Map<String, Property[]> names() {
        var names = new LinkedHashMap<String, Property[]>();
        names.put("title", new Property[] {TikaCoreProperties.TITLE});
        names.put("author", new Property[] {TikaCoreProperties.CREATOR});
        names.put("language", new Property[] {TikaCoreProperties.LANGUAGE});
        names.put("created", new Property[] {TikaCoreProperties.CREATED});
        names.put("modified", new Property[] {TikaCoreProperties.MODIFIED});
        names.put("application", new Property[] {TikaCoreProperties.CREATOR_TOOL, OfficeOpenXMLExtended.APPLICATION});
        names.put("pages", new Property[] {PagedText.N_PAGES});
        return names;
    }

    static Map<String, String> of(Metadata metadata) {
        var properties = new LinkedHashMap<String, String>();
        NAMES.forEach((name, sources) -> {
            for (var source : sources) {
                var value = metadata.get(source);
                if (value != null && !value.isBlank()) {
                    properties.putIfAbsent(name, TextLimit.cut(value, TextLimit.MOST_PROPERTY));
                }
            }
        });
        return properties;
    }
}
