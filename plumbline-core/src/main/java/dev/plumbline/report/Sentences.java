package dev.plumbline.report;

import dev.plumbline.finding.Finding;

/** A finding in plain words, for programs that show one text for it. */
final class Sentences {
    private Sentences() {}

    /** What it is, what was seen, why it matters, how it was shown, what to do. */
    static String of(Finding finding) {
        StringBuilder text = new StringBuilder();
        text.append(sentence(finding.rule().title() + " (" + finding.subject() + ")"));
        text.append(' ').append(sentence("Seen: " + finding.seen()));
        text.append(' ').append(sentence(finding.why()));
        if (finding.confirmedBy() != null) {
            text.append(' ').append(sentence("Shown by: " + finding.confirmedBy()));
        }
        return text.append(' ')
                .append(sentence("What to do: " + finding.remedy()))
                .toString();
    }

    private static String sentence(String text) {
        String line = text.strip();
        return line.matches("(?s).*[.!?:]") ? line : line + ".";
    }
}
