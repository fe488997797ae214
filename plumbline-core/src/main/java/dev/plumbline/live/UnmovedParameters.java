package dev.plumbline.live;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parameters that are to be trained and get a gradient, and yet stay exactly as they were: nobody makes the step. */
final class UnmovedParameters implements Check<Trace> {
    private static final Rule RULE = new Rule(
            "parameters-unmoved",
            Stage.EVALUATE,
            "Parameters get a gradient and do not move",
            "RULES: same over 3 to 5 steps though trainable (DeepLocalize, DeepDiagnosis, SageMaker Debugger)");

    private static final int FEWEST_STEPS = 3;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Trace trace) {
        if (trace.snapshots().size() < FEWEST_STEPS) {
            return List.of();
        }
        Map<String, Statistics> values = new LinkedHashMap<>();
        for (ParameterView view : trace.snapshots().get(0).parameters()) {
            values.put(view.parameter(), view.value());
        }
        int all = values.size();
        for (Snapshot snapshot : trace.snapshots()) {
            for (ParameterView view : snapshot.parameters()) {
                if (!view.value().equals(values.get(view.parameter())) || !isPushed(view)) {
                    values.remove(view.parameter());
                }
            }
        }
        if (values.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(values.keySet());
        return List.of(Finding.suspected(
                RULE,
                String.join(", ", names),
                names.size() + " of " + all + " parameters got a gradient at all of "
                        + trace.snapshots().size() + " probed steps and are exactly what they were",
                "What does not move does not learn.",
                "Look whether the optimizer is given these parameters and makes its step after each batch, and whether the"
                        + " learning rate is above 0."));
    }

    private static boolean isPushed(ParameterView view) {
        Statistics gradient = view.gradient();
        Double ratio = view.updateRatio();
        return view.trainable() && gradient != null && gradient.norm() > 0 && (ratio == null || !(ratio > 0));
    }
}
