package dev.plumbline.guide;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.debug.OneBatch;
import dev.plumbline.debug.OutputWidth;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.finding.Finding;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.intervention.TestedIntervention.Measured;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import dev.plumbline.network.Network;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the output does not fit the targets no step can be made, so there is no before to compare with. Causes that
 * show are tested all the same: an edit that lets the network run, and learn one batch by heart, is the proof.
 */
final class MisfitRepair {
    /** Of the time left, for one edit. */
    private static final int SHARE = 4;

    private final Knowledge known;
    private final Workbench bench;
    private final OneBatch oneBatch;
    private final List<Finding> findings = new ArrayList<>();
    private final List<TestedIntervention> tested = new ArrayList<>();

    MisfitRepair(Knowledge known, Workbench bench) {
        this.known = known;
        this.bench = bench;
        this.oneBatch = new OneBatch(bench.lab(), bench.observer());
    }

    /** What was found and the fix, where there is one; empty where no cause shows. */
    Optional<Knowledge> search(Setup setup, UnusableInputException misfit) {
        List<Intervention> fixes = new ArrayList<>();
        for (Cause cause : bench.causes()) {
            List<Finding> symptoms = cause.look(setup);
            List<String> edits = symptoms.isEmpty() ? List.of() : cause.edits(setup);
            Optional<TestedIntervention> proof = edits.stream()
                    .map(name -> attempt(bench.interventions().parse(name), setup))
                    .flatMap(Optional::stream)
                    .reduce((first, second) -> first.verdict() == Verdict.FIXES ? first : second);
            if (proof.isPresent()) {
                Intervention edit = proof.get().intervention();
                String by = String.format(
                        Locale.ROOT,
                        "as it is it cannot be trained (%s); with `%s` it can, and the loss on one batch goes to %.3g",
                        misfit.getMessage(),
                        edit.name(),
                        proof.get().after().mean());
                findings.add(0, symptoms.get(0).confirmed(by));
                fixes.add(proof.get().verdict() == Verdict.FIXES ? 0 : fixes.size(), edit);
            } else {
                findings.addAll(symptoms);
            }
        }
        if (fixes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                known.edit().findings(findings).tested(tested).fix(fixes.get(0)).build());
    }

    /** Empty where the edited network cannot run either. */
    private Optional<TestedIntervention> attempt(Intervention edit, Setup setup) {
        Dataset dataset = setup.dataset();
        OverfitResult result;
        try {
            Experiment edited = edit.apply(setup.experiment());
            Network network = bench.lab().network(edited);
            OutputWidth.check(
                    new Setup(
                            edited,
                            network,
                            new ShapeInference(Operators.standard()).infer(network),
                            setup.profile(),
                            dataset),
                    dataset.schema());
            Duration share = bench.deadline().left().dividedBy(SHARE);
            result = oneBatch.run(
                    edited, dataset, OneBatch.MAX_STEPS, bench.deadline().budget(share));
        } catch (UnusableInputException stillUnfit) {
            return Optional.empty();
        }
        TestedIntervention test = new TestedIntervention(
                edit,
                "one batch of " + result.batchSize(),
                new Measured("loss on the batch", Double.NaN, Double.NaN, Double.NaN, 0, new float[0]),
                new Measured(
                        "loss on the batch",
                        result.lossAtEnd(),
                        result.lossAtEnd(),
                        result.lossAtEnd(),
                        1,
                        result.run().trace().losses()),
                result.overfits() ? Verdict.FIXES : Verdict.HELPS);
        tested.add(test);
        return Optional.of(test);
    }
}
