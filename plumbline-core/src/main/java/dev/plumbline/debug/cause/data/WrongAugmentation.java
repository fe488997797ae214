package dev.plumbline.debug.cause.data;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.estimate.Learned;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Layer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Random changes of training images make one class look like another (D1: too much augmentation). */
final class WrongAugmentation implements Cause {
    private static final Rule RULE = new Rule(
            "wrong-augmentation",
            Stage.OVERFIT,
            "Augmentation changes what is to be told apart",
            "D1: too much augmentation; a simple model loses a fifth of the images when they are turned");

    private static final double LOST = 0.2;
    /** Layers whose change is tried out by turning images over; the others are but hints. */
    private static final Set<String> TURNING = Set.of("RandomFlip", "RandomRotation");

    private final Evidence evidence;

    WrongAugmentation(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.OSCILLATES);
    }

    private static List<Layer> random(Setup setup) {
        return setup.network().layers().stream()
                .filter(layer -> layer.type().startsWith("Random"))
                .toList();
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Layer> random = random(setup);
        if (random.isEmpty()) {
            return List.of();
        }
        Optional<Turned> turned = random.stream().anyMatch(l -> TURNING.contains(l.type()))
                ? Turned.of(evidence, setup)
                : Optional.empty();
        List<Finding> findings = new ArrayList<>();
        for (Layer layer : random) {
            Optional<Turned> here = turned.filter(t -> TURNING.contains(layer.type()));
            boolean wrong = here.filter(t -> t.before() - t.after() > LOST).isPresent();
            String seen = layer.type()
                    + here.map(t -> "; a simple model is right for " + Figures.percent(t.before())
                                    + " of held-out images as they are, and for " + Figures.percent(t.after())
                                    + " turned over")
                            .orElse(" on training images");
            findings.add(Finding.suspected(
                            RULE,
                            "layer " + layer.name(),
                            seen,
                            "Images that are changed so far train the network on labels that contradict each other.",
                            "Keep only changes under which you would give the image the same label.")
                    .withSeverity(wrong ? Severity.WARNING : Severity.INFO));
        }
        return findings;
    }

    /** What a simple model of train says of held-out images as they are, and turned over. */
    private record Turned(double before, double after) {
        static Optional<Turned> of(Evidence evidence, Setup setup) {
            Dataset dataset = evidence.data(setup);
            if (dataset.task() != Task.CLASSIFICATION
                    || dataset.schema().inputs().get(0).shape().rank() != 3) {
                return Optional.empty();
            }
            return dataset.split(SplitName.VALIDATION)
                    .or(() -> dataset.split(SplitName.TEST))
                    .filter(split -> split.inputs().get(0) instanceof FloatTensor)
                    .flatMap((Split split) -> evidence.of(setup, SplitName.TRAIN)
                            .filter(train -> train.leftOut().isBeyondChance())
                            .map((Learned train) -> of(train, split)));
        }

        /** The gentler of the two flips counts: photographs can be mirrored, though not stood on their heads. */
        private static Turned of(Learned train, Split split) {
            double after = Math.max(
                    train.ofSome(flipped(split, true)).score(),
                    train.ofSome(flipped(split, false)).score());
            return new Turned(train.ofSome(split).score(), after);
        }

        private static Split flipped(Split split, boolean upsideDown) {
            FloatTensor images = (FloatTensor) split.inputs().get(0);
            int height = images.shape().get(2);
            int width = images.shape().get(3);
            float[] values = new float[images.values().length];
            for (int i = 0; i < values.length; i++) {
                int row = i / width % height;
                int moved = upsideDown ? (height - 1 - 2 * row) * width : width - 1 - 2 * (i % width);
                values[i + moved] = images.values()[i];
            }
            return split.withInputs(List.of(new FloatTensor(values, images.shape())));
        }
    }

    @Override
    public List<String> edits(Setup setup) {
        return random(setup).isEmpty() ? List.of() : List.of("without-noise");
    }
}
