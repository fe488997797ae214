package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code output-bias=-2.2,0.1}: the output layer's biases start from these values, one for each unit: the logarithms of
 * the classes' shares, or the targets' mean.
 */
public final class SetOutputBias implements InterventionKind {
    /** @param values one for each unit of the output layer */
    public static Intervention of(List<Double> values) {
        return new Intervention(
                "output-bias=" + values.stream().map(Value::text).collect(Collectors.joining(",")),
                "Start the output layer's biases where the targets are.",
                Set.of("output-bias"),
                "The first steps are not spent on learning how frequent classes are, or how large targets.",
                experiment -> GraphEditPlan.with(
                        new ModelEdit.SetOutputBias(values),
                        edit -> edit instanceof ModelEdit.SetOutputBias,
                        experiment));
    }

    @Override
    public String word() {
        return "output-bias";
    }

    @Override
    public String usage() {
        return "output-bias=-2.2,0.1";
    }

    @Override
    public Intervention parse(String value) {
        List<Double> values = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            values.add(Value.number(this, "numbers with commas between", part));
        }
        return of(values);
    }
}
