package dev.plumbline.debug.search;

import dev.plumbline.finding.Rule;
import java.util.List;

/** The rules that the search finds itself, rather than a check or a cause. */
public final class SearchRules {
    private SearchRules() {}

    /** All of them. */
    public static List<Rule> standard() {
        return List.of(FindingText.DOES_NOT_OVERFIT);
    }
}
