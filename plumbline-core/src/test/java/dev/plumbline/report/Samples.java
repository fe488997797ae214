package dev.plumbline.report;

import dev.plumbline.compare.Comparison;
import dev.plumbline.compare.Comparison.Contender;
import dev.plumbline.data.SplitName;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Trend;
import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.evaluate.Decomposition.Kind;
import dev.plumbline.evaluate.Decomposition.Measure;
import dev.plumbline.evaluate.Decomposition.Term;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Knowledge;
import dev.plumbline.guide.KnowledgeBuilder;
import dev.plumbline.guide.Visit;
import dev.plumbline.improve.NextStep;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.intervention.TestedIntervention.Measured;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import dev.plumbline.lab.Run;
import dev.plumbline.start.Decision;
import dev.plumbline.start.Proposal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Diagnoses as the guide would give them. */
final class Samples {
    private static final Instant WHEN = Instant.parse("2026-11-23T16:50:00Z");

    private Samples() {}

    /** Everything known, nothing wrong. */
    static Diagnosis healthy() {
        Experiment experiment = SampleRuns.experiment("digits");
        Run training = SampleRuns.withOther(
                SampleRuns.run(
                        experiment,
                        SampleRuns.scored(0.996, 0.979, 0.972),
                        SampleRuns.falling(720, 2.3, 0.02, 0.01),
                        SampleRuns.epochs(20, 0.996, 0.017)),
                "slant",
                SampleRuns.scored(0.95, 0.9, 0.875));
        Run batch = SampleRuns.run(
                experiment.onOneBatch(32, 300), Map.of(), SampleRuns.falling(180, 2.31, 1e-4, 0.05), List.of());
        Knowledge known = walk(
                        known("digits")
                                .data(SampleRuns.dataset(""), SampleRuns.profile(10, 0, ""))
                                .proposal(proposal(experiment))
                                .firstStep(SampleRuns.firstStep(training, false))
                                .overfit(new OverfitResult(batch, Trend.TO_ZERO, 32, 2.31, 8e-4, 1e-2, 0))
                                .training(training)
                                .comparison(comparison(0.972))
                                .decomposition(decomposition()),
                        List.of(
                                visit(
                                        Stage.START,
                                        Visit.Status.PASSED,
                                        "There is data and no finished model.",
                                        "1,150 images of 10 classes; LeNet with Adam at 3e-4."),
                                visit(
                                        Stage.CHECK,
                                        Visit.Status.PASSED,
                                        "A new network may not run at all.",
                                        "All 8 layers run forward and backward; 1.1 MiB of 7.0 GiB."),
                                visit(
                                        Stage.OVERFIT,
                                        Visit.Status.PASSED,
                                        "Most bugs show on one batch.",
                                        "The loss on 32 examples goes to 8e-4 in 180 steps."),
                                visit(
                                        Stage.COMPARE,
                                        Visit.Status.PASSED,
                                        "A number alone says little.",
                                        "97.2 % against 96.1 % for nearest neighbour."),
                                visit(
                                        Stage.EVALUATE,
                                        Visit.Status.PASSED,
                                        "The network learns; what is left of the error?",
                                        "Test error 2.8 points; the largest part is variance, 1.7 points.")))
                .findings(List.of(Finding.suspected(
                                new Rule(
                                        "duplicates-across-splits",
                                        Stage.START,
                                        "Examples stand in train and in test",
                                        "Barz and Denzler, 2020"),
                                "test",
                                "2 of 360 test examples (0.6 %) stand in train too",
                                "Their score says nothing about new data.",
                                "Remove them from train.")
                        .withSeverity(Severity.INFO)))
                .tested(List.of())
                .nextSteps(nextSteps())
                .build();
        return new Diagnosis(
                "The network learns, and meets the goal: 97.2 % on test.",
                known, Optional.of(true), true, WHEN, Duration.ofSeconds(83));
    }

    /** A cause that was confirmed and its fix. */
    static Diagnosis broken() {
        Experiment experiment = SampleRuns.experiment("digits with softmax before the loss");
        Run training = SampleRuns.run(
                experiment,
                SampleRuns.scored(0.741, 0.725, 0.714),
                SampleRuns.falling(720, 2.3, 1.7, 0.004),
                SampleRuns.epochs(20, 0.741, 0.016));
        Run repaired = SampleRuns.run(
                experiment,
                SampleRuns.scored(0.996, 0.979, 0.972),
                SampleRuns.falling(720, 2.3, 0.02, 0.01),
                SampleRuns.epochs(20, 0.996, 0.017));
        float[] plateau = SampleRuns.falling(300, 2.3, 1.52, 0.05);
        Run batch = SampleRuns.run(experiment.onOneBatch(32, 300), Map.of(), plateau, List.of());
        Rule softmax = new Rule(
                "softmax-before-cross-entropy",
                Stage.OVERFIT,
                "The loss expects logits but gets probabilities",
                "Lecture, D1: wrong input to the loss");
        Rule rate = new Rule("learning-rate-too-low", Stage.OVERFIT, "The learning rate is too low", "Lecture, D5");
        Knowledge known = walk(
                        known("digits with softmax before the loss")
                                .data(SampleRuns.dataset(""), SampleRuns.profile(10, 8, ""))
                                .proposal(proposal(experiment))
                                .firstStep(SampleRuns.firstStep(training, true))
                                .overfit(new OverfitResult(batch, Trend.PLATEAUS, 32, 2.31, 1.52, 1e-2, 0.16))
                                .training(training)
                                .comparison(comparison(0.714))
                                .decomposition(decomposition())
                                .fix(removeSoftmax())
                                .repaired(repaired),
                        List.of(
                                visit(
                                        Stage.START,
                                        Visit.Status.PASSED,
                                        "There is data.",
                                        "1,150 images of 10 classes."),
                                visit(
                                        Stage.CHECK,
                                        Visit.Status.PASSED,
                                        "A new network may not run at all.",
                                        "All 8 layers run forward and backward."),
                                visit(
                                        Stage.OVERFIT,
                                        Visit.Status.PROBLEM,
                                        "Most bugs show on one batch.",
                                        "The loss on 32 examples plateaus at 1.52; taking the softmax away drives it to 6e-4."),
                                visit(
                                        Stage.COMPARE,
                                        Visit.Status.UNFINISHED,
                                        "Is it learning anything at all?",
                                        "71.4 %, below nearest neighbour's 96.1 %."),
                                visit(
                                        Stage.EVALUATE,
                                        Visit.Status.SKIPPED,
                                        "A network with a known bug is not worth taking apart.",
                                        "Not needed yet.")))
                .findings(List.of(
                        Finding.suspected(
                                        rate,
                                        "training.optimizer.learning-rate",
                                        "3e-4",
                                        "Steps may be too small to leave the plateau.",
                                        "Raise it.")
                                .ruledOut("At 3e-3 the loss on the batch still plateaus at 1.51 (3 seeds)."),
                        Finding.suspected(
                                        softmax,
                                        "softmax_1",
                                        "The output of softmax_1 lies in [0, 1] and every row sums to 1; cross-entropy applies a softmax of its own",
                                        "Applied twice, softmax squeezes all logits into [0, 1]: the loss cannot fall below 1.46 for 10 classes, and gradients are small.",
                                        "Remove softmax_1, or use the loss categorical-crossentropy.")
                                .confirmed(
                                        "Without softmax_1 the loss on one batch falls to 6e-4 instead of 1.52 (3 seeds), and test accuracy rises from 71.4 % to 97.2 %."),
                        Finding.suspected(
                                new Rule(
                                        "inputs-not-normalized",
                                        Stage.START,
                                        "Inputs are far from zero mean and unit variance",
                                        "Lecture, S4"),
                                "x",
                                "mean 4.88, standard deviation 6.01",
                                "Large inputs slow training down.",
                                "Set data.normalization: standardize.")))
                .tested(List.of(
                        tested(
                                "learning-rate=0.003",
                                "Raise the learning rate to 3e-3",
                                rate.id(),
                                Verdict.NO_CHANGE,
                                plateau,
                                SampleRuns.falling(300, 2.3, 1.51, 0.2)),
                        tested(
                                "remove-layer=softmax_1",
                                "Remove softmax_1",
                                softmax.id(),
                                Verdict.FIXES,
                                plateau,
                                SampleRuns.falling(300, 2.3, 6e-4, 0.06)),
                        tested(
                                "learning-rate=3",
                                "Raise the learning rate to 3",
                                rate.id(),
                                Verdict.WORSE,
                                plateau,
                                SampleRuns.curve(300, i -> i < 40 ? 2.3 * Math.exp(i / 3.0) : Double.NaN)),
                        tested(
                                "normalization=standardize",
                                "Standardize the inputs",
                                "inputs-not-normalized",
                                Verdict.NOT_TRIED,
                                plateau,
                                new float[0])))
                .nextSteps(nextSteps())
                .build();
        return new Diagnosis(
                "The network applies softmax twice; without softmax_1 it reaches 97.2 % instead of 71.4 %.",
                known, Optional.of(false), true, WHEN, Duration.ofSeconds(141));
    }

    /** A person brought four numbers, or stopped at once. */
    static Diagnosis partial(@Nullable Decomposition decomposition) {
        KnowledgeBuilder known = known("nothing");
        return stopped(
                "Stopped before anything was run.", decomposition == null ? known : known.decomposition(decomposition));
    }

    private static KnowledgeBuilder walk(KnowledgeBuilder known, List<Visit> path) {
        path.forEach(known::visit);
        return known;
    }

    private static Intervention removeSoftmax() {
        return new Intervention(
                "remove-layer=softmax_1", "Remove softmax_1", Set.of("softmax-before-cross-entropy"), "", e -> e);
    }

    /** A start for samples. */
    static KnowledgeBuilder known(String name) {
        return Knowledge.of(Draft.of(name, DataPlan.of(Path.of("train.csv")))).edit();
    }

    /** One that was stopped. */
    static Diagnosis stopped(String headline, KnowledgeBuilder known) {
        return new Diagnosis(headline, known.build(), Optional.empty(), false, WHEN, Duration.ofSeconds(3));
    }

    /** The lecture's chart: irreducible 25, bias 2, variance 5, validation overfitting 2, test 34. */
    static Decomposition lecture() {
        return new Decomposition(
                "points",
                List.of(
                        new Measure("train", Interval.exactly(0.27), 0),
                        new Measure("validation", Interval.exactly(0.32), 0),
                        new Measure("test", Interval.exactly(0.34), 0)),
                List.of(
                        new Term(Kind.IRREDUCIBLE, Interval.exactly(0.25), false),
                        new Term(Kind.BIAS, Interval.exactly(0.02), false),
                        new Term(Kind.VARIANCE, Interval.exactly(0.05), false),
                        new Term(Kind.VALIDATION_OVERFITTING, Interval.exactly(0.02), false)),
                Optional.of(Kind.VARIANCE),
                "Variance is the largest part that can be worked on: 5.0 points.");
    }

    static Decomposition decomposition() {
        return new Decomposition(
                "points",
                List.of(
                        new Measure("train", new Interval(0.004, 0.001, 0.008), 1150),
                        new Measure("validation", new Interval(0.021, 0.007, 0.038), 287),
                        new Measure("shifted-validation", new Interval(0.034, 0.015, 0.055), 260),
                        new Measure("test", new Interval(0.028, 0.012, 0.046), 360)),
                List.of(
                        new Term(Kind.IRREDUCIBLE, Interval.exactly(0.01), false),
                        new Term(Kind.BIAS, new Interval(-0.006, -0.009, -0.002), false),
                        new Term(Kind.VARIANCE, new Interval(0.017, 0.003, 0.034), false),
                        new Term(Kind.SHIFT, new Interval(0.013, -0.011, 0.036), true),
                        new Term(Kind.VALIDATION_OVERFITTING, new Interval(-0.006, -0.031, 0.020), true)),
                Optional.of(Kind.VARIANCE),
                "Variance is the largest part that can be told from noise: 1.7 points (0.3 to 3.4).");
    }

    static Comparison comparison(double network) {
        return new Comparison(
                Metric.ACCURACY,
                SplitName.TEST,
                360,
                List.of(
                        new Contender(
                                "majority class",
                                "Always says the most frequent class.",
                                new Interval(0.103, 0.072, 0.136),
                                false),
                        new Contender(
                                "logistic regression",
                                "A linear model on the normalized pixels.",
                                new Interval(0.944, 0.919, 0.967),
                                false),
                        new Contender(
                                "nearest neighbour",
                                "The class of the nearest train example.",
                                new Interval(0.961, 0.939, 0.981),
                                false),
                        new Contender(
                                "this network",
                                "LeNet as the experiment has it.",
                                new Interval(network, network - 0.019, Math.min(1, network + 0.016)),
                                true)));
    }

    static List<NextStep> nextSteps() {
        return List.of(
                new NextStep(
                        "Augment the training images with small shifts",
                        "Variance, 1.7 points, is the largest part of the error.",
                        "Validation error falls by up to 1 point; training takes longer.",
                        Optional.of("augment=shift:1"),
                        "I2"),
                new NextStep(
                        "Collect more training images",
                        "Variance falls with more data.",
                        "About a quarter less variance for twice the data.",
                        Optional.empty(),
                        "I2"),
                new NextStep(
                        "Add dropout of 0.3 before the last layer",
                        "Variance, 1.7 points.",
                        "Less variance, perhaps more bias.",
                        Optional.of("dropout=0.3"),
                        "I2"));
    }

    static Proposal proposal(Experiment experiment) {
        return new Proposal(
                experiment,
                List.of(
                        new Decision("model.architecture", "lenet", "The inputs are images of 1 × 8 × 8.", "S1"),
                        new Decision("training.optimizer", "adam at 3e-4", "A default that rarely fails.", "S3"),
                        new Decision(
                                "data.normalization", "standardize", "Values run from 0 to 16 with mean 4.88.", "S4")));
    }

    static Visit visit(Stage stage, Visit.Status status, String why, String summary) {
        return new Visit(stage, status, why, summary, Duration.ofMillis(900 + 4000L * stage.ordinal()));
    }

    static TestedIntervention tested(
            String name, String title, String rule, Verdict verdict, float[] before, float[] after) {
        return new TestedIntervention(
                new Intervention(name, title, Set.of(rule), "The loss on the batch falls to about 0.", e -> e),
                "one batch of 32",
                measured(before),
                measured(after),
                verdict);
    }

    private static Measured measured(float[] losses) {
        double end = losses.length == 0 ? Double.NaN : losses[losses.length - 1];
        return new Measured("loss", end, end * 0.9, end * 1.2, 3, losses);
    }
}
