package dev.plumbline.compare;

import dev.plumbline.compare.Comparison.Contender;
import dev.plumbline.compare.KnownResults.BenchmarkResult;
import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.Bootstrap;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.RunRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Trains a network by its own plan on data that are known to be good. */
final class BenchmarkTraining {
    private static final int LEAST_STEPS = 300;
    private static final int MOST_STEPS = 1_500;
    private static final Duration MOST_TIME = Duration.ofSeconds(30);

    private final Lab lab;
    private final Deadline deadline;
    private final Observer observer;

    BenchmarkTraining(Lab lab, Deadline deadline, Observer observer) {
        this.lab = lab;
        this.deadline = deadline;
        this.observer = observer;
    }

    /** Empty where nothing shipped is like the data, or the network did not come to an end. */
    Optional<BenchmarkResult> run(Experiment experiment, Dataset own) {
        Benchmark benchmark = Benchmark.like(own).orElse(null);
        if (benchmark == null) {
            return Optional.empty();
        }
        Dataset data = benchmark.dataset();
        Experiment other = on(benchmark, experiment, own.train().size());
        try (Lab elsewhere = lab.reading(DataSource.of(data)).orElse(null)) {
            return elsewhere == null
                    ? Optional.empty()
                    : elsewhere
                            .run(other, RunRequest.full(deadline.budget(MOST_TIME)), observer)
                            .predictions(SplitName.VALIDATION)
                            .flatMap(p -> result(benchmark, other, p));
        }
    }

    private static Experiment on(Benchmark benchmark, Experiment experiment, int ownExamples) {
        TrainingPlan plan = experiment.training();
        int examples = benchmark.dataset().train().size();
        int batch = Math.min(plan.batchSize(), examples / 4);
        long steps = (long) plan.epochs() * ((ownExamples + plan.batchSize() - 1) / plan.batchSize());
        long wanted = Math.max(LEAST_STEPS, Math.min(MOST_STEPS, steps));
        int anEpoch = (examples + batch - 1) / batch;
        DataPlan data = DataPlan.of(Path.of("benchmark", benchmark.name()))
                .withNormalization(experiment.data().normalization())
                .withTargetNormalization(experiment.data().targetNormalization());
        return experiment
                .withData(data)
                .withTraining(plan.withBatchSize(batch)
                        .withEpochs((int) ((wanted + anEpoch - 1) / anEpoch))
                        .withEarlyStopping(null));
    }

    private static Optional<BenchmarkResult> result(Benchmark benchmark, Experiment other, Predictions predictions) {
        Metric metric = other.goal().metric();
        List<Contender> simple = Baselines.standard().contenders(benchmark.dataset(), other, SplitName.VALIDATION);
        Contender best = simple.stream()
                .min(Comparator.comparingDouble(c -> metric.error(c.score().value())))
                .orElseThrow();
        String constant = new ConstantAnswer().name(benchmark.dataset().task());
        return simple.stream()
                .filter(c -> c.name().equals(constant))
                .findFirst()
                .map(c -> new BenchmarkResult(
                        benchmark.name(),
                        metric,
                        predictions.size(),
                        Bootstrap.standard().score(predictions, metric),
                        c.score().value(),
                        best.name(),
                        best.score().value()));
    }
}
