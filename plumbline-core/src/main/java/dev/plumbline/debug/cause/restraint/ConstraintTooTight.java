package dev.plumbline.debug.cause.restraint;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Constraint;
import dev.plumbline.network.Parameter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Weights are brought back after every update to where they cannot do their work. */
final class ConstraintTooTight implements Cause {
    private static final Rule RULE = new Rule(
            "constraint-too-tight",
            Stage.OVERFIT,
            "A constraint keeps weights from what they need to be",
            "Srivastava et al., 2014: max-norm of 3 to 4; D5: error plateaus -> too much regularization");
    /** A column's norm: He's initialization starts at about 1.4, and training makes it larger. */
    private static final double SMALL_NORM = 1.5;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.OSCILLATES);
    }

    private static boolean isTight(Setup setup, Constraint constraint) {
        boolean isWeight = setup.network()
                .parameter(constraint.parameter())
                .filter(p -> p.role() == Parameter.Role.WEIGHT && p.trainable())
                .isPresent();
        return switch (constraint.kind()) {
            case NON_NEGATIVE, UNIT_NORM -> isWeight;
            case MAX_NORM -> isWeight && constraint.high() < SMALL_NORM;
            case MIN_MAX_NORM -> isWeight && (constraint.high() < SMALL_NORM || constraint.low() > 10);
        };
    }

    private static String text(Constraint constraint) {
        return switch (constraint.kind()) {
            case NON_NEGATIVE -> "must not be negative";
            case UNIT_NORM -> "must have the norm 1";
            case MAX_NORM -> "norm at most " + constraint.high();
            case MIN_MAX_NORM -> "norm from " + constraint.low() + " to " + constraint.high();
        };
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Constraint> tight = setup.network().constraints().stream()
                .filter(c -> isTight(setup, c))
                .toList();
        return tight.isEmpty()
                ? List.of()
                : List.of(Symptom.of(
                        setup,
                        RULE,
                        tight.stream().map(Constraint::parameter).collect(Collectors.joining(", ")),
                        tight.stream().map(ConstraintTooTight::text).distinct().collect(Collectors.joining("; ")),
                        "What the loss asks for is undone after every update.",
                        "Train without constraints until the network learns; a max-norm of 3 leaves room."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return setup.network().constraints().isEmpty() ? List.of() : List.of("without-constraints");
    }
}
