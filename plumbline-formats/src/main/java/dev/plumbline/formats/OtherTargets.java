package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.TargetSchema;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.TargetPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the targets of the network's other outputs become tensors.
 *
 * @param codings by the outputs' names
 * @param plans likewise
 */
record OtherTargets(Map<String, TargetCoding> codings, Map<String, TargetPlan> plans) {
    static OtherTargets fit(Examples train, DataPlan plan, Notes notes) {
        Map<String, Targets> given = train.otherTargets();
        Map<String, TargetCoding> codings = new LinkedHashMap<>();
        for (Map.Entry<String, TargetPlan> other : plan.otherTargets().entrySet()) {
            Targets targets = given.get(other.getKey());
            if (targets == null) {
                throw new UnusableInputException(
                        "data.other-targets",
                        "arrays (.npz)",
                        "the table " + train.file(),
                        "Save the arrays of all outputs with numpy.savez.");
            }
            TargetPlan its = other.getValue();
            Targets counted =
                    CountedRows.of(targets, its.task(), its.ignoreClass()).targets();
            codings.put(other.getKey(), TargetCoding.fit(counted, its.task(), its.ignoreClass(), notes));
        }
        return new OtherTargets(codings, plan.otherTargets());
    }

    List<TargetSchema> schemas() {
        List<TargetSchema> schemas = new ArrayList<>();
        codings.forEach((output, coding) -> schemas.add(new TargetSchema(
                output,
                coding.task(),
                coding.outputs(),
                coding.positions(),
                plan(output).ignoreClass() != null)));
        return schemas;
    }

    /** Those of all rows of a file, in order. */
    List<Tensor> encode(Examples examples) {
        Map<String, Targets> given = examples.otherTargets();
        List<Tensor> tensors = new ArrayList<>();
        codings.forEach((output, coding) -> {
            CountedRows counted = CountedRows.of(
                    Objects.requireNonNull(given.get(output)),
                    coding.task(),
                    plan(output).ignoreClass());
            tensors.add(counted.spread(coding.encode(counted.targets())));
        });
        return tensors;
    }

    private TargetPlan plan(String output) {
        return Objects.requireNonNull(plans.get(output));
    }
}
