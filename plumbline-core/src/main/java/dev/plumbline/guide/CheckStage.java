package dev.plumbline.guide;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.debug.FirstStep;
import dev.plumbline.debug.LayerRow;
import dev.plumbline.debug.LayerTable;
import dev.plumbline.debug.MemoryChecks;
import dev.plumbline.debug.MemoryEstimate;
import dev.plumbline.debug.MemoryEstimator;
import dev.plumbline.debug.OutputWidth;
import dev.plumbline.debug.Setup;
import dev.plumbline.evaluate.NonDeterministic;
import dev.plumbline.evaluate.RepeatedStep;
import dev.plumbline.evaluate.RunChecks;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Gets the model to run (D3): shapes, memory, one forward and backward step. */
final class CheckStage implements StageWork {
    @Override
    public Stage stage() {
        return Stage.CHECK;
    }

    @Override
    public Result carryOut(Knowledge known, Workbench bench) {
        Experiment experiment = known.experiment().orElseThrow();
        Dataset dataset = Objects.requireNonNull(known.dataset());
        Network network = bench.lab().network(experiment);
        Setup setup = Setups.of(known, network, bench.lab());
        Optional<UnusableInputException> misfit = OutputWidth.misfit(setup, dataset.schema());
        if (misfit.isPresent()) {
            Knowledge more =
                    new MisfitRepair(known, bench).search(setup, misfit.get()).orElseThrow(misfit::get);
            String summary = "the output does not fit the targets: "
                    + more.findings().get(known.findings().size()).seen();
            return new Result(more.edit().network(network).build(), Visit.Status.PROBLEM, summary);
        }
        MemoryEstimate memory = MemoryEstimator.estimate(
                network,
                setup.types(),
                experiment.training(),
                dataset,
                bench.lab().machine().memoryBytes());
        List<Finding> findings = new ArrayList<>(Findings.of(MemoryChecks.standard(), memory));
        if (!findings.isEmpty()) {
            Knowledge more = known.edit().network(network).findings(findings).build();
            return new Result(more, Visit.Status.PROBLEM, findings.get(0).seen());
        }
        Run run = bench.lab().run(experiment, RunRequest.oneStep(), bench.observer());
        findings.addAll(Findings.of(RunChecks.standard(), run));
        Run again = bench.lab()
                .run(experiment, RunRequest.oneStep(), bench.observer().quiet());
        findings.addAll(new NonDeterministic().look(new RepeatedStep(run, again)));
        List<LayerRow> rows = run.trace()
                .first()
                .map((Snapshot snapshot) -> LayerTable.of(network, snapshot))
                .orElse(List.of());
        Knowledge more = known.edit()
                .network(network)
                .firstStep(new FirstStep(run, rows, memory))
                .findings(findings)
                .build();
        String summary = String.format(
                Locale.ROOT,
                "%d layers, %,d trainable numbers, %s a step at batch size %d",
                rows.size(),
                network.trainableElements(),
                bytes(memory.totalBytes()),
                memory.batchSize());
        return new Result(more, Findings.status(findings), summary);
    }

    private static String bytes(long bytes) {
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.0f kB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.0f MB", bytes / 1024.0 / 1024.0);
    }
}
