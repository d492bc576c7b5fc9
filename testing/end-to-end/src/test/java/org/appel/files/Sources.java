package org.appel.files;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the main sources offer by name, found by reading them: settings and endpoints. */
final class Sources {

    /** An environment variable of Appel's own. */
    static final Pattern SETTING = Pattern.compile("\\b(APPEL_[A-Z_]+[A-Z])\\b");

    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern INTERFACE = Pattern.compile("interface (\\w+) \\{");
    private static final Pattern MEMBER = Pattern.compile("(?m)^\\s+(\\S+(?: \\S+>)?) (\\w+)\\(\\);");
    private static final Pattern PROPERTY = Pattern.compile("(?m)(?:\\bname = \"|^)(appel\\.[a-z.-]+)");
    private static final Pattern PATH = Pattern.compile("@(?:jakarta\\.ws\\.rs\\.)?Path\\(([^)]*)\\)");
    private static final Pattern CONSTANT = Pattern.compile("String (\\w+) = \"(\\{.*})\";");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}/]*}");

    private Sources() {}

    static String text() {
        return Repository.files("", file -> file.toString().matches(".*/src/main/.*\\.(java|properties)")).stream()
                .map(Repository::text)
                .collect(Collectors.joining("\n"));
    }

    /** The environment variables that a service, the compose file or the script reads. */
    static Set<String> settings() {
        var names = new TreeSet<String>();
        names.addAll(Repository.all(SETTING, Repository.text("docker-compose.yml") + Repository.text("appel")));
        Repository.all(PROPERTY, text()).forEach(name -> names.add(variable(name)));
        for (var file : Repository.files("", "Config.java")) {
            var source = Repository.text(file);
            var prefix = MAPPING.matcher(source);
            if (prefix.find()) {
                var interfaces = interfaces(source);
                collect(interfaces, interfaces.keySet().iterator().next(), prefix.group(1), names);
            }
        }
        return names;
    }

    /** The paths of all resource classes, each parameter as {@code {}}. */
    static Set<String> endpoints() {
        var paths = new TreeSet<>(Set.of("/health/live", "/health/ready", "/health", "/metrics", "/openapi", "/docs"));
        for (var file : Repository.files("", file -> file.toString().matches(".*/src/main/.*Resource\\.java"))) {
            var source = Repository.text(file);
            var found = PATH.matcher(source)
                    .results()
                    .map(each -> literal(source, each.group(1)))
                    .toList();
            if (!found.isEmpty()) {
                var base = found.getFirst();
                paths.add(base);
                found.stream().skip(1).forEach(each -> paths.add((base + "/" + each).replaceAll("/+", "/")));
            }
        }
        return paths;
    }

    /** A path with its parameters nameless. */
    static String shape(String path) {
        return PARAMETER.matcher(path).replaceAll("{}");
    }

    private static String literal(String source, String expression) {
        var constants = CONSTANT.matcher(source).results().toList();
        var written = expression;
        for (var constant : constants) {
            written = written.replaceAll("\\b" + constant.group(1) + "\\b", "\"{}\"");
        }
        return shape(written.replaceAll("[\"+ ]", ""));
    }

    private static void collect(Map<String, String> interfaces, String type, String prefix, Set<String> names) {
        for (var member : MEMBER.matcher(interfaces.get(type)).results().toList()) {
            var name = prefix + "." + member.group(2).replaceAll("([A-Z])", "-$1");
            if (interfaces.containsKey(member.group(1))) {
                collect(interfaces, member.group(1), name, names);
            } else {
                names.add(variable(name));
            }
        }
    }

    /** Each interface's own members, the outermost first; those of the interfaces inside it are cut out. */
    private static Map<String, String> interfaces(String source) {
        var interfaces = new LinkedHashMap<String, String>();
        INTERFACE
                .matcher(source)
                .results()
                .forEach(found -> interfaces.put(found.group(1), ownMembers(source, found.end())));
        return interfaces;
    }

    private static String ownMembers(String source, int from) {
        var own = new StringBuilder();
        int depth = 1;
        for (int i = from; i < source.length() && depth > 0; i++) {
            char c = source.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 1) {
                own.append(c);
            }
        }
        return own.toString();
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
