package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.RulePages;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule as SARIF describes one: its title, what it is about, and its page as help. Every rule's own level is
 * "warning": a symptom is a reason to test, and only a finding that was shown to hurt says "error".
 */
final class SarifRule {
    /** The first section of a page, up to the next. */
    private static final Pattern WHAT_IT_IS = Pattern.compile("(?s)## What it is\\R(.*?)(?=\\R## |\\z)");

    /** What code review shows at most of a description. */
    private static final int MOST = 1_000;

    private SarifRule() {}

    static ObjectNode descriptor(Rule rule) {
        Optional<String> page = RulePages.find(rule.id());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", rule.id());
        json.putObject("shortDescription").put("text", rule.title());
        json.putObject("fullDescription").put("text", page.map(SarifRule::what).orElse(rule.title()));
        page.ifPresent(text -> json.putObject("help").put("text", plain(text)).put("markdown", text));
        json.putObject("defaultConfiguration").put("level", "warning");
        ObjectNode properties = json.putObject("properties");
        properties.putArray("tags").add(rule.stage().label());
        properties.put("source", rule.source());
        return json;
    }

    private static String what(String page) {
        Matcher section = WHAT_IT_IS.matcher(page);
        String text = plain(section.find() ? section.group(1) : page).replaceAll("\\s+", " ");
        if (text.length() <= MOST) {
            return text;
        }
        int end = text.lastIndexOf(". ", MOST - 1);
        return text.substring(0, end > 0 ? end + 1 : MOST);
    }

    private static String plain(String markdown) {
        return markdown.replaceAll("\\*\\*|`", "").strip();
    }
}
