package dev.plumbline.report;

import dev.plumbline.compare.Comparison;
import dev.plumbline.compare.Comparison.Contender;
import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.data.SplitName;
import dev.plumbline.debug.FirstStep;
import dev.plumbline.debug.LayerRow;
import dev.plumbline.debug.MemoryEstimate;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Trend;
import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.evaluate.Decomposition.Kind;
import dev.plumbline.evaluate.Decomposition.Measure;
import dev.plumbline.evaluate.Decomposition.Term;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.KnowledgeBuilder;
import dev.plumbline.guide.Visit;
import dev.plumbline.improve.NextStep;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Diagnoses that a page must survive. */
final class HardSamples {
    private static final String EVIL = "<script>alert(1)</script>\"'&\u202e<img src=x onerror=\"x()\">\u0000\ud800";
    private static final double NAN = Double.NaN;

    private HardSamples() {}

    /** Names that would break a page which trusts its data. */
    static Diagnosis hostile() {
        Run run = SampleRuns.run(
                SampleRuns.experiment(EVIL.replace("\ud800", "")),
                Map.of(),
                SampleRuns.falling(50, 2, 1, 0.1),
                List.of());
        Rule rule = new Rule("../../../etc/" + EVIL, Stage.CHECK, EVIL, EVIL);
        LayerRow layer =
                new LayerRow(EVIL, EVIL, Shape.of(1), DType.FLOAT32, 1, 1, SampleRuns.statistics(0, 1, 0), null);
        KnowledgeBuilder known = Samples.known(EVIL)
                .data(SampleRuns.dataset(EVIL), SampleRuns.profile(4, 5, EVIL))
                .training(run)
                .firstStep(new FirstStep(
                        run,
                        List.of(layer),
                        new MemoryEstimate(
                                1, List.of(new MemoryEstimate.Item(EVIL, EVIL, EVIL, 1)), 1, 1, 1, 1, 1, 1, 0)))
                .comparison(new Comparison(
                        Metric.F1, SplitName.TEST, 3, List.of(new Contender(EVIL, EVIL, Interval.exactly(0.5), true))))
                .proposal(Samples.proposal(run.experiment()))
                .visit(Samples.visit(Stage.START, Visit.Status.PROBLEM, EVIL, EVIL))
                .findings(
                        List.of(Finding.suspected(rule, EVIL, EVIL, EVIL, EVIL).confirmed(EVIL)))
                .tested(List.of(
                        Samples.tested(EVIL, EVIL, EVIL, Verdict.FIXES, new float[] {1, 2}, new float[] {2, 1})))
                .nextSteps(List.of(new NextStep(EVIL, EVIL, EVIL, Optional.of("; rm -rf \"$HOME\""), EVIL)));
        return Samples.stopped(EVIL, known);
    }

    /** A million steps, 5,000 epochs, 400 layers, 200 classes, 5,000 features, hundreds of everything else. */
    static Diagnosis huge() {
        String text = "a long sentence that says little but goes on and on; ".repeat(40);
        Experiment experiment = SampleRuns.experiment("huge");
        float[] million = SampleRuns.falling(1_000_000, 2.3, 0.01, 1e-5);
        float[] tenThousand = SampleRuns.falling(10_000, 2.3, 0.01, 1e-3);
        Run run = SampleRuns.run(experiment, Map.of(), million, SampleRuns.epochs(5000, 0.99, 0.01));
        List<LayerRow> layers = new ArrayList<>(IntStream.range(0, 400)
                .mapToObj(i -> new LayerRow(
                        "layer_" + i,
                        "Dense",
                        Shape.of(64, 1000),
                        DType.FLOAT32,
                        1_001_000,
                        1_001_000,
                        SampleRuns.statistics(0.1, 1, 0.5),
                        SampleRuns.statistics(0, 1e-3, 0)))
                .toList());
        List<Finding> findings = IntStream.range(0, 500)
                .mapToObj(i -> Finding.suspected(
                        new Rule("rule-" + i, Stage.CHECK, "Something is odd", text), "layer_" + i, text, text, text))
                .toList();
        KnowledgeBuilder known = Samples.known("huge")
                .data(
                        SampleRuns.dataset(""),
                        SampleRuns.profile(200, 5000, "a feature with a rather long name that goes on "))
                .training(run)
                .firstStep(new FirstStep(
                        run,
                        layers,
                        new MemoryEstimate(
                                64, List.of(), 1L << 40, 1L << 40, 1L << 41, 1L << 42, 1L << 43, 1L << 33, 0)))
                .overfit(new OverfitResult(run, Trend.FALLS_SLOWLY, 64, 2.3, 0.5, 0.01, 0.2))
                .proposal(Samples.proposal(experiment))
                .findings(findings)
                .tested(IntStream.range(0, 200)
                        .mapToObj(i -> Samples.tested(
                                "edit-" + i, text, "rule-" + i, Verdict.NO_CHANGE, tenThousand, tenThousand))
                        .toList())
                .nextSteps(IntStream.range(0, 100)
                        .mapToObj(i -> new NextStep(text, text, text, Optional.of("edit=" + text), "I1"))
                        .toList());
        IntStream.range(0, 100)
                .mapToObj(i -> Samples.visit(Stage.values()[i % 7], Visit.Status.PASSED, text, text))
                .forEach(known::visit);
        return Samples.stopped(text, known);
    }

    /** No number is one. */
    static Diagnosis notFinite() {
        Interval nothing = new Interval(NAN, NAN, NAN);
        Interval endless = new Interval(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        float[] broken = {Float.NaN, Float.POSITIVE_INFINITY, Float.NaN, Float.NEGATIVE_INFINITY};
        Statistics none = new Statistics(NAN, NAN, NAN, NAN, NAN, NAN, 5, 3);
        List<Epoch> epochs = List.of(
                new Epoch(0, 0, NAN, NAN, NAN, NAN, NAN, NAN),
                new Epoch(1, 1, NAN, Double.POSITIVE_INFINITY, NAN, null, null, NAN));
        Run run = SampleRuns.run(SampleRuns.experiment("nan"), SampleRuns.scored(NAN, NAN, NAN), broken, epochs);
        KnowledgeBuilder known = Samples.known("nan")
                .training(run)
                .firstStep(new FirstStep(
                        run,
                        List.of(new LayerRow("dense_1", "Dense", Shape.of(1), DType.FLOAT32, 1, 1, none, none)),
                        new MemoryEstimate(1, List.of(), 0, 0, 0, 0, 0, 0, 0)))
                .overfit(new OverfitResult(run, Trend.EXPLODES, 1, NAN, NAN, NAN, NAN))
                .comparison(new Comparison(
                        Metric.RMSE,
                        SplitName.TEST,
                        3,
                        List.of(
                                new Contender("this network", "", nothing, true),
                                new Contender("mean", "", endless, false))))
                .decomposition(new Decomposition(
                        "points",
                        List.of(new Measure("test", nothing, 0)),
                        List.of(new Term(Kind.BIAS, nothing, true), new Term(Kind.VARIANCE, endless, false)),
                        Optional.empty(),
                        "Nothing can be said."))
                .tested(List.of(Samples.tested("x", "X", "x", Verdict.WORSE, broken, broken)));
        return Samples.stopped("The loss is not finite from the first step on.", known);
    }
}
