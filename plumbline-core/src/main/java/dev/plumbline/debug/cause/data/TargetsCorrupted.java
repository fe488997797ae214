package dev.plumbline.debug.cause.data;

import dev.plumbline.data.edit.TargetFaults;
import dev.plumbline.data.edit.TargetFaults.Fault;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A part of the regression targets stands for "missing" or is of another unit (D5: labels corrupted). */
final class TargetsCorrupted implements Cause {
    private static final Rule RULE = new Rule(
            "targets-corrupted",
            Stage.OVERFIT,
            "A part of the targets is spoiled",
            "D5: labels corrupted; a gap of a factor 4 with nothing between, which no inputs announce");

    private final Evidence evidence;

    TargetsCorrupted(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    @Override
    public List<Finding> look(Setup setup) {
        String target = setup.dataset().schema().target();
        return TargetFaults.of(evidence.data(setup)).stream()
                .map(fault -> Finding.suspected(
                                RULE,
                                "target " + target + " of train",
                                seen(fault),
                                "Squared errors of such targets decide every step, and no input tells which examples have them.",
                                "Look at where they come from (a unit, a missing-value code); drop them"
                                        + " (`clean-targets`).")
                        // a validation split drawn from the same file is as spoiled, so that no score can tell
                        .confirmed("counted; a simple model cannot tell from the inputs which targets these are")
                        .withSeverity(Severity.WARNING))
                .toList();
    }

    private static String seen(Fault fault) {
        String share =
                fault.count() + " of " + fault.of() + " (" + Figures.percent((double) fault.count() / fault.of()) + ")";
        Double standIn = fault.standIn();
        return standIn != null
                ? "the value " + Figures.number(standIn) + " in " + share + " targets, far from all others (median "
                        + Figures.number(fault.usual()) + ")"
                : share + " targets far beyond all others, such as " + Figures.number(fault.example())
                        + " (median of the others " + Figures.number(fault.usual()) + ")";
    }

    @Override
    public List<String> edits(Setup setup) {
        return TargetFaults.of(evidence.data(setup)).isEmpty() ? List.of() : List.of("clean-targets");
    }
}
