package dev.plumbline.compare;

import dev.plumbline.finding.Check;
import java.util.List;

/** The checks on a comparison. To add one: write a class and its page, and list it here. */
public final class ComparisonChecks {
    private ComparisonChecks() {}

    /** All of them. */
    public static List<Check<Comparison>> standard() {
        return List.of(new BelowBaseline());
    }
}
