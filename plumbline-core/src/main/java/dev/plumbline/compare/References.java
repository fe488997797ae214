package dev.plumbline.compare;

import dev.plumbline.UnusableInputException;
import dev.plumbline.compare.Comparison.Contender;
import dev.plumbline.compare.KnownResults.AnswersResult;
import dev.plumbline.compare.KnownResults.BenchmarkResult;
import dev.plumbline.compare.KnownResults.ModelResult;
import dev.plumbline.compare.KnownResults.PublishedResult;
import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.Bootstrap;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.evaluate.Wilson;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Reference;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment's known results: opened before it is trained, so that a fault in them costs nothing, compared after.
 */
public final class References {
    private static final Bootstrap BOOTSTRAP = Bootstrap.standard();
    /** Trainings of the reference; the worst of them has to be better. */
    private static final int SEEDS = 2;

    private final Lab lab;
    private final Experiment experiment;
    private final Dataset dataset;
    private final @Nullable ReferenceNetwork network;
    private final @Nullable NetworkDifference difference;
    private final @Nullable SplitName answered;
    private final @Nullable Predictions answers;

    private References(
            Lab lab,
            Experiment experiment,
            Dataset dataset,
            @Nullable ReferenceNetwork network,
            @Nullable SplitName answered,
            @Nullable Predictions answers) {
        this.lab = lab;
        this.experiment = experiment;
        this.dataset = dataset;
        this.network = network;
        this.difference = network == null ? null : network.compare(experiment, dataset);
        this.answered = answered;
        this.answers = answers;
    }

    /**
     * Reads what the experiment's goal names, and walks a reference network beside the experiment's own.
     *
     * @throws UnusableInputException if a file cannot be used, or does not fit the data
     */
    public static References open(Lab lab, DataSource source, Experiment experiment, Dataset dataset) {
        Reference given = experiment.goal().reference();
        Metric metric = experiment.goal().metric();
        Double published = given.metricValue();
        if (published != null && metric.isShare() && published > 1) {
            throw new UnusableInputException(
                    "reference.metric-value",
                    "a score by " + metric + ", at most 1",
                    String.valueOf(published),
                    "Write 97 % as 0.97.");
        }
        Path model = given.model();
        Path file = given.predictions();
        ReferencePredictions predictions =
                file == null ? null : new ReferencePredictions(file.toString(), source.arrays(file));
        SplitName answered = predictions == null ? null : predictions.split(dataset);
        return new References(
                lab,
                experiment,
                dataset,
                model == null ? null : new ReferenceNetwork(lab, ModelPlan.file(model)),
                answered,
                predictions == null || answered == null ? null : predictions.of(dataset, answered));
    }

    /**
     * Trains the reference network in the network's place, where the two part; to be done before a search takes the
     * time. Null where there is no reference.
     *
     * @param split where the run is scored
     */
    public @Nullable ModelResult trained(Run training, SplitName split, Deadline deadline, Observer observer) {
        return training.predictions(split)
                .map(mine -> model(mine, split, deadline, observer))
                .orElse(null);
    }

    /**
     * Compares a finished run.
     *
     * @param split where the run is scored
     * @param model what {@link #trained} gave
     * @param unexplained whether the network is below a baseline and nothing says why: then it is tried on data that
     *     are known to be good
     */
    public KnownResults compare(
            Run training,
            SplitName split,
            @Nullable ModelResult model,
            boolean unexplained,
            Deadline deadline,
            Observer observer) {
        Metric metric = experiment.goal().metric();
        Predictions mine = training.predictions(split).orElseThrow();
        BenchmarkResult benchmark = unexplained && !deadline.passed()
                ? new BenchmarkTraining(lab, deadline, observer)
                        .run(experiment, dataset)
                        .orElse(null)
                : null;
        return new KnownResults(metric, split, mine, model, answers(training), published(mine), benchmark);
    }

    private @Nullable ModelResult model(Predictions mine, SplitName split, Deadline deadline, Observer observer) {
        if (network == null || difference == null) {
            return null;
        }
        String file = String.valueOf(experiment.goal().reference().model());
        if (difference.isNone()) {
            return new ModelResult(file, difference, List.of(), null, null);
        }
        List<Predictions> trained = new ArrayList<>();
        Interval worst = null;
        try {
            for (int seed = 0; seed < SEEDS && !deadline.passed(); seed++) {
                Experiment other = network.inPlace(experiment);
                Run run = lab.run(
                        other.withTraining(
                                other.training().withSeed(experiment.training().seed() + seed)),
                        RunRequest.full(deadline.budget()),
                        observer);
                Predictions theirs = run.predictions(split).orElse(null);
                if (theirs == null) {
                    return new ModelResult(
                            file, difference, List.of(), null, run.outcome().text());
                }
                trained.add(theirs);
                Interval gain = BOOTSTRAP.pairedErrorDifference(
                        mine, theirs, experiment.goal().metric());
                worst = worst == null || gain.value() < worst.value() ? gain : worst;
            }
        } catch (UnusableInputException fault) {
            return new ModelResult(file, difference, List.of(), null, fault.getMessage());
        }
        return new ModelResult(file, difference, trained, worst, null);
    }

    private @Nullable AnswersResult answers(Run training) {
        Predictions mine =
                answered == null ? null : training.predictions(answered).orElse(null);
        if (mine == null || answers == null || answered == null) {
            return null;
        }
        Interval gain =
                BOOTSTRAP.pairedErrorDifference(mine, answers, experiment.goal().metric());
        return new AnswersResult(
                String.valueOf(experiment.goal().reference().predictions()), answered, answers, mine, gain);
    }

    private @Nullable PublishedResult published(Predictions mine) {
        Metric metric = experiment.goal().metric();
        Double value = experiment.goal().reference().metricValue();
        Integer examples = experiment.goal().reference().examples();
        if (value == null) {
            return null;
        }
        boolean counted = metric.isShare() && metric != Metric.R2 && value >= 0;
        Interval score = examples != null && counted ? Wilson.interval(value, examples) : Interval.exactly(value);
        Interval own = BOOTSTRAP.score(mine, metric);
        return new PublishedResult(score, examples, own, PublishedGap.between(metric, own, score));
    }

    /** The known results as rows beside the network and its baselines. */
    public static List<Contender> contenders(KnownResults known) {
        List<Contender> rows = new ArrayList<>();
        ModelResult model = known.model();
        if (model != null && !model.trained().isEmpty()) {
            rows.add(new Contender(
                    "reference network",
                    "the network of " + model.file() + ", trained by the same plan",
                    BOOTSTRAP.score(model.trained().get(0), known.metric()),
                    false));
        }
        AnswersResult answers = known.predictions();
        if (answers != null && answers.split() == known.split()) {
            rows.add(new Contender(
                    "reference predictions",
                    "the answers of " + answers.file(),
                    BOOTSTRAP.score(answers.theirs(), known.metric()),
                    false));
        }
        PublishedResult published = known.published();
        if (published != null) {
            rows.add(new Contender(
                    "published result",
                    published.examples() == null
                            ? "as published; nobody says on how many examples"
                            : "as published, on " + published.examples() + " examples",
                    published.score(),
                    false));
        }
        return rows;
    }
}
