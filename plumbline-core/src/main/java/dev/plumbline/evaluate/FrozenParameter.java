package dev.plumbline.evaluate;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Parameters that training was told to leave alone. In a run only the trace tells, and there running statistics are not
 * trainable either; but they change from step to step, and a frozen weight does not.
 */
final class FrozenParameter implements Check<Trace> {
    private static final Rule RULE = new Rule(
            "frozen-parameter",
            Stage.OVERFIT,
            "Weights are frozen",
            "RULES: unchanged tensor (DeepLocalize, DeepDiagnosis, SageMaker Debugger)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Trace trace) {
        List<Snapshot> snapshots = trace.snapshots();
        if (snapshots.size() < 2) {
            return List.of();
        }
        Map<String, ParameterView> frozen = new LinkedHashMap<>();
        for (ParameterView view : snapshots.get(0).parameters()) {
            if (!view.trainable()) {
                frozen.put(view.parameter(), view);
            }
        }
        for (Snapshot later : snapshots.subList(1, snapshots.size())) {
            for (ParameterView view : later.parameters()) {
                ParameterView first = frozen.get(view.parameter());
                if (first != null && !Objects.equals(first.value(), view.value())) {
                    frozen.remove(view.parameter());
                }
            }
        }
        long all = snapshots.get(0).parameters().size();
        return frozen.isEmpty()
                ? List.of()
                : List.of(Finding.suspected(
                                RULE,
                                frozen.keySet().stream().collect(Collectors.joining(", ")),
                                frozen.size() + " of " + all + " parameters are not trained",
                                "What is not trained stays as it was drawn.",
                                "Train them (`unfreeze`), unless they come from a network that was trained before.")
                        .withSeverity(Severity.INFO));
    }
}
