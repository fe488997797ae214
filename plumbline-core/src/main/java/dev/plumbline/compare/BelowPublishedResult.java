package dev.plumbline.compare;

import dev.plumbline.compare.KnownResults.PublishedResult;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import java.util.List;

/** The score is below a published one by more than the noise of both. */
final class BelowPublishedResult implements Check<KnownResults> {
    private static final Rule RULE = new Rule(
            "below-published-result",
            Stage.COMPARE,
            "The score is below a published one",
            "D6: a paper's result; 95 % intervals of both (Wilson, 1927; bootstrap), of the difference by Newcombe (1998)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(KnownResults known) {
        PublishedResult published = known.published();
        if (published == null || !(published.gap().low() > 0)) {
            return List.of();
        }
        return List.of(new Finding(
                RULE,
                Severity.WARNING,
                Status.CONFIRMED,
                "network on " + known.split(),
                known.metric() + " "
                        + Scores.text(known.metric(), published.own().value()) + " on "
                        + known.network().size() + " examples, published "
                        + Scores.text(known.metric(), published.score().value())
                        + (published.examples() == null ? "" : " on " + published.examples() + " examples") + ": "
                        + Scores.gap(known.metric(), published.gap()) + " more error",
                "The difference is more than the noise of so many examples, so data, network or training differ from"
                        + " what was published.",
                "neither 95 % interval explains it",
                "Go through the paper's preprocessing, network, schedule and epochs one by one; ask whether the split is"
                        + " the same. With the authors' network as a file, set `reference.model`."));
    }
}
