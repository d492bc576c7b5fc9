package org.appel.applications.mailbox.routing;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What happens to a subject line between a notice and a mailbox. A disguise is made of one step of each group at most:
 * what the candidate types, what is put around it, what software makes of it.
 */
final class Disguises {
    private static final Pattern INCLUSIVE =
            Pattern.compile("(\\p{L}+)(?:[·-]|\\()(e|rice|ère|euse|ne|fe|ve)\\)?(?!\\p{L})");
    private static final Pattern LONG_WORD = Pattern.compile("\\p{Ll}{8,}");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final List<String> NAMES = List.of(
            "Amina Ben Salah",
            "Jean-Pierre Dupont",
            "María José García López",
            "Olivia O’Brien",
            "DUPONT Marie",
            "Олена Ковальчук",
            "محمد العربي",
            "Dr Fatou Diop",
            "Anna van der Berg",
            "Nguyễn Thị Hương",
            "Jordan Petit",
            "Ould Ahmed, Aïcha",
            "M. Kouassi");

    private static final List<String> SEPARATORS = List.of(" - ", " – ", " — ", " | ", " / ", ", ", " : ", "; ", " _ ");

    private final Random random;

    Disguises(long seed) {
        this.random = new Random(seed);
    }

    String of(String subject) {
        var typed = step(
                UnaryOperator.identity(),
                this::inclusive,
                this::inclusive,
                text -> text.toUpperCase(Locale.ROOT),
                text -> text.toLowerCase(Locale.ROOT),
                this::withoutAccents,
                this::withASlip,
                this::withOtherMarks,
                text -> text.replaceAll("\\s*[(),;:–-]\\s*", " ").strip());
        var framed = step(
                UnaryOperator.identity(),
                this::framed,
                this::framed,
                text -> name() + separator() + text,
                text -> text + separator() + name(),
                text -> "Candidature" + separator() + name() + separator() + text,
                text -> "Candidature de " + name().replace(",", "") + " au poste de " + text,
                text -> text + separator() + "CV et lettre de motivation",
                text -> text + separator() + name() + ", 3 avril 2026",
                this::shuffled,
                text -> "« " + text + " »",
                text -> "\"" + text + " \"");
        var sent = step(
                UnaryOperator.identity(),
                text -> prefixes() + text,
                text -> prefixes() + text + one(" ", ".", "...", "  ", "\t", " !", "\u00A0"),
                text -> prefixes() + text);
        return damaged(sent.apply(framed.apply(typed.apply(subject))));
    }

    private String damaged(String subject) {
        return switch (random.nextInt(14)) {
            case 0 -> Normalizer.normalize(subject, Normalizer.Form.NFD);
            case 1 -> new String(subject.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            case 2 -> misread(subject);
            case 3 -> misread(misread(subject));
            case 4 -> encoded(subject, StandardCharsets.UTF_8);
            case 5 -> encoded(encoded(subject, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            case 6 -> subject.replaceFirst(" (?=\\S+$)", "\r\n ");
            case 7 -> subject.replaceAll("(?<=\\p{L}{3})(?=\\p{L}{4})", "\u200B");
            case 8 -> "\u200F" + subject.replace(" ", " \u200E") + "\uFEFF";
            case 9 -> subject.replace(" ", one(" ", "\u00A0", "\u202F", "  ", "\u2009"));
            case 10 -> URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
            case 11 ->
                subject.codePoints()
                        .mapToObj(c -> c > 0xA0 && c < 0x100 ? "&#" + c + ";" : Character.toString(c))
                        .collect(Collectors.joining());
            default -> subject;
        };
    }

    private static String misread(String subject) {
        var bytes = subject.getBytes(StandardCharsets.UTF_8);
        var text = new StringBuilder();
        for (byte b : bytes) {
            var c = new String(new byte[] {b}, WINDOWS);
            text.append(c.equals("\uFFFD") ? Character.toString(b & 0xFF) : c);
        }
        return text.toString();
    }

    private static String encoded(String subject, Charset charset) {
        return "=?" + charset.name() + "?B?" + Base64.getEncoder().encodeToString(subject.getBytes(charset)) + "?=";
    }

    private String inclusive(String subject) {
        var way = random.nextInt(9);
        return INCLUSIVE.matcher(subject).replaceAll(found -> {
            var base = found.group(1);
            var ending = found.group(2);
            var feminine = feminine(base, ending);
            return switch (way) {
                case 0 -> base + "·" + ending;
                case 1 -> base + "∙" + ending;
                case 2 -> base + "." + ending;
                case 3 -> base + "(" + ending + ")";
                case 4 -> base + "-" + ending;
                case 5 -> base + "/" + ending;
                case 6 -> feminine;
                case 7 -> base + "/" + feminine;
                default -> base;
            };
        });
    }

    private static String feminine(String base, String ending) {
        return switch (ending) {
            case "e" -> base + "e";
            case "rice" -> base.replaceFirst("eur$", "rice");
            case "euse" -> base.replaceFirst("eur$", "euse");
            case "ère" -> base.replaceFirst("er$", "ère");
            case "ve" -> base.replaceFirst("f$", "ve");
            default -> base + ending;
        };
    }

    private String withoutAccents(String subject) {
        return Normalizer.normalize(subject, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private String withASlip(String subject) {
        var words = LONG_WORD.matcher(subject).results().toList();
        if (words.isEmpty()) {
            return subject;
        }
        var word = words.get(random.nextInt(words.size()));
        int at = word.start() + 2 + random.nextInt(word.group().length() - 4);
        var start = subject.substring(0, at);
        return switch (random.nextInt(3)) {
            case 0 -> start + subject.substring(at + 1);
            case 1 -> start + subject.charAt(at + 1) + subject.charAt(at) + subject.substring(at + 2);
            default -> start + subject.charAt(at) + subject.substring(at);
        };
    }

    private String withOtherMarks(String subject) {
        return subject.replace("’", one("'", "`", "´", "‘", "’", "' "))
                .replace("-", one("-", "‑", "‐"))
                .replace(" – ", one(" - ", " — ", " ― ", ", "))
                .replace("« ", one("“", "\"", "«", "« "))
                .replace(" »", one("”", "\"", "»", " »"))
                .replace("/", one("/", " / ", "/ "));
    }

    /** A template puts the parts of the line elsewhere, and the name among them. */
    private String shuffled(String subject) {
        var parts = new ArrayList<>(Arrays.stream(subject.split("(?:, | [–-] | \\(|\\)$)"))
                .filter(part -> !part.isBlank())
                .toList());
        parts.add(name());
        Collections.shuffle(parts, random);
        return String.join(one(" - ", " | ", " – ", ", "), parts);
    }

    private String framed(String subject) {
        return one(
                        "Candidature au poste de %s",
                        "Candidature : %s",
                        "Candidature pour le poste « %s »",
                        "candidature - %s",
                        "Application for %s",
                        "Application for the position of %s",
                        "Job application: %s",
                        "Objet : candidature au poste de %s",
                        "Dossier de candidature – %s",
                        "CV et lettre de motivation pour le poste de %s",
                        "Réponse à votre offre d'emploi : %s",
                        "%s (candidature)",
                        "%s – application")
                .formatted(subject.replace("%", "%%"))
                .replace("%%", "%");
    }

    private String prefixes() {
        return one(
                        "Re: ",
                        "RE : ",
                        "TR: ",
                        "Fwd: ",
                        "FW: ",
                        "Réf : ",
                        "WG: ",
                        "I: ",
                        "Re[2]: ",
                        "RE: ",
                        "[EXTERNAL] ",
                        "{Spam?} ",
                        "Tr : ",
                        "")
                + one("", "", "RE: ", "Fwd: ", "TR : ", "[Candidatures] ");
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private String separator() {
        return SEPARATORS.get(random.nextInt(SEPARATORS.size()));
    }

    @SafeVarargs
    private UnaryOperator<String> step(UnaryOperator<String>... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
