package dev.plumbline.guide;

import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.Decomposer;
import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Run;
import java.util.Optional;

/** Takes the error apart and decides which part to work on (E1 to E3). */
final class EvaluateStage implements StageWork {
    @Override
    public Stage stage() {
        return Stage.EVALUATE;
    }

    @Override
    public Result carryOut(Knowledge known, Workbench bench) {
        Optional<Run> run = Optional.ofNullable(known.evaluated())
                .filter(r -> r.predictions().containsKey(SplitName.TRAIN));
        if (run.isEmpty()) {
            return new Result(known, Visit.Status.SKIPPED, "no trained network to evaluate");
        }
        Decomposition decomposition = Decomposer.standard().decompose(run.get());
        Knowledge more = known.edit().decomposition(decomposition).build();
        String with = known.repaired() == null ? "" : "With the fix: ";
        return new Result(more, Visit.Status.PASSED, with + decomposition.reason());
    }
}
