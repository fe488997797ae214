package dev.plumbline.djl;

import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListener;
import dev.plumbline.finding.Finding;
import dev.plumbline.live.LiveChecks;
import dev.plumbline.live.LiveRules;
import java.lang.System.Logger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches a training with DJL and tells what is wrong while it goes on: a loss that is no longer finite or does not
 * fall, gradients that explode, vanish or are missing, dead units, weights that are frozen or never stepped, steps far
 * too large or too small, validation that gets worse. Each finding is told once, to the logger
 * {@code dev.plumbline.live} of {@link System.Logger} and to a callback.
 *
 * <pre>{@code
 * DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
 *         .addEvaluator(new Accuracy())
 *         .addTrainingListeners(new LiveListener(finding -> {
 *             System.err.println(finding.rule().title() + ": " + finding.subject() + ", " + finding.seen());
 *         }));
 * try (Trainer trainer = model.newTrainer(config)) {
 *     trainer.initialize(new Shape(32, 64));
 *     EasyTrain.fit(trainer, 20, train, validation);
 * }
 * }</pre>
 *
 * <p>One listener watches one trainer. The loss is looked at after every batch. Parameters and their gradients, and for
 * sequential blocks each child's output, are looked at in the first batches and then every so many: such a batch costs
 * one more forward pass and, until the next batch, a copy of the parameters. What a batch shows is told with the next
 * one, when the update that it made can be seen. With several devices the parameters of the first are looked at. Scores
 * are those of the trainer's first evaluator; train's are taken in training mode, as DJL's own are.
 */
public final class LiveListener implements TrainingListener {
    /** Batches between two that are looked at closely. */
    public static final int GAP = 50;

    private static final Logger LOG = System.getLogger("dev.plumbline.live");

    private final ProbedBatches probed;
    private final LiveChecks checks;
    private final EpochMeasurements epoch = new EpochMeasurements();
    private @Nullable PendingSnapshot pending;
    private long batches;

    /** Tells the logger alone. */
    public LiveListener() {
        this(finding -> {});
    }

    /** @param callback is told each finding, from the thread that trains */
    public LiveListener(Consumer<Finding> callback) {
        this(GAP, callback);
    }

    /**
     * @param gap batches between two that are looked at closely, at least 1
     * @param callback is told each finding, from the thread that trains
     */
    public LiveListener(int gap, Consumer<Finding> callback) {
        this.probed = new ProbedBatches(gap);
        this.checks = new LiveChecks(LiveRules.trainingMode(), finding -> {
            log(finding);
            callback.accept(finding);
        });
    }

    @Override
    public void onTrainingBatch(Trainer trainer, BatchData data) {
        float loss = epoch.train(trainer, data);
        finish();
        boolean isFinite = Float.isFinite(loss);
        if (probed.includes(batches) || !isFinite) {
            pending = PendingSnapshot.of(batches, trainer, data);
        }
        if (!isFinite) {
            finish();
        }
        checks.onLosses(batches, new float[] {loss});
        batches++;
    }

    @Override
    public void onValidationBatch(Trainer trainer, BatchData data) {
        epoch.validation(trainer, data);
    }

    @Override
    public void onEpoch(Trainer trainer) {
        finish();
        epoch.end(trainer, batches).ifPresent(measured -> checks.onEpoch(measured, measured.number()));
    }

    @Override
    public void onTrainingBegin(Trainer trainer) {
        // nothing is known yet
    }

    @Override
    public void onTrainingEnd(Trainer trainer) {
        finish();
    }

    private void finish() {
        PendingSnapshot was = pending;
        pending = null;
        if (was != null) {
            checks.onSnapshot(was.afterUpdate());
        }
    }

    private void log(Finding finding) {
        Logger.Level level = switch (finding.severity()) {
            case ERROR -> Logger.Level.ERROR;
            case WARNING -> Logger.Level.WARNING;
            case INFO -> Logger.Level.INFO;
        };
        LOG.log(
                level,
                () -> finding.rule().title() + " (" + finding.subject() + "). Seen by batch " + batches + ": "
                        + finding.seen() + ". " + finding.why() + " " + finding.remedy() + " ["
                        + finding.rule().id()
                        + "]");
    }
}
