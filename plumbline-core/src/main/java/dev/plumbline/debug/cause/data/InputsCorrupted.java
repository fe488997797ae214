package dev.plumbline.debug.cause.data;

import dev.plumbline.data.Schema;
import dev.plumbline.data.edit.InputFaults;
import dev.plumbline.data.edit.InputFaults.Fault;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A part of the inputs is not what was measured: stand-ins for missing numbers, blank examples, another unit (D5). */
final class InputsCorrupted implements Cause {
    private static final Rule RULE = new Rule(
            "inputs-corrupted",
            Stage.OVERFIT,
            "A part of the inputs is spoiled",
            "D5: data corrupted (zeroed, shuffled); a value three deviations away from all others, and repeated");

    private final Evidence evidence;

    InputsCorrupted(Evidence evidence) {
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
        Schema schema = setup.dataset().schema();
        return InputFaults.of(evidence.data(setup)).stream()
                .limit(3)
                .map(fault -> finding(schema, fault))
                .toList();
    }

    private static Finding finding(Schema schema, Fault fault) {
        String share =
                fault.count() + " of " + fault.of() + " (" + Figures.percent((double) fault.count() / fault.of()) + ")";
        String input = "input " + schema.inputs().get(fault.input()).name();
        return switch (fault.kind()) {
            case STAND_IN ->
                Finding.suspected(
                        RULE,
                        input + ", " + Figures.feature(schema, fault.input(), fault.feature()),
                        "the value " + Figures.number(fault.value()) + " in " + share
                                + " values of train, far from all others",
                        "A number that stands for \"missing\" is read as a measurement, and dwarfs all that are.",
                        "Fill it with the median and add a column that says it was missing; see `clean-inputs`.");
            case BLANK ->
                Finding.suspected(
                        RULE,
                        input + " of train",
                        share + " examples hold nothing but the value " + Figures.number(fault.value()),
                        "Equal inputs with different targets cannot be learned: they pull the weights about.",
                        "Look at why these were not read; drop them (`clean-inputs`).");
            case OTHER_UNIT ->
                Finding.suspected(
                        RULE,
                        input + " of train",
                        share + " examples are of another size than all others, such as one that begins with "
                                + Figures.number(fault.value()),
                        "Examples of another unit have gradients of another size, and train the network for themselves.",
                        "Look at where they come from: scaled twice, or not at all? Drop them (`clean-inputs`).");
        };
    }

    @Override
    public List<String> edits(Setup setup) {
        return InputFaults.of(evidence.data(setup)).isEmpty() ? List.of() : List.of("clean-inputs");
    }
}
