package dev.plumbline.live;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.finding.Finding;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A run told to the checks bit by bit, as a trainer does: a network of three layers, healthy where not said otherwise.
 */
final class Story {
    private static final int CHUNK = 10;

    private final List<Finding> told = new ArrayList<>();
    private final LiveChecks checks = new LiveChecks(told::add);
    private int steps;

    /** Losses by step. */
    Story losses(int count, IntToDoubleFunction loss) {
        for (int done = 0; done < count; done += CHUNK) {
            float[] chunk = new float[Math.min(CHUNK, count - done)];
            for (int i = 0; i < chunk.length; i++) {
                chunk[i] = (float) loss.applyAsDouble(steps + i);
            }
            checks.onLosses(steps, chunk);
            steps += chunk.length;
        }
        return this;
    }

    /** A probed step; each layer's gradient has its own size. */
    Story probe(double updateRatio, double... gradients) {
        List<ParameterView> views = new ArrayList<>();
        for (int i = 0; i < gradients.length; i++) {
            double value = 0.1 + (updateRatio == 0 ? 0 : 1e-3 * steps);
            views.add(weight(i + 1, true, value, gradients[i], updateRatio));
        }
        return probe(List.of(), views);
    }

    Story probe(List<NodeView> nodes, List<ParameterView> parameters) {
        checks.onSnapshot(new Snapshot(steps, nodes, parameters));
        return this;
    }

    Story epoch(int number, double trainLoss, double trainScore, double loss, double score) {
        checks.onEpoch(new Epoch(number, steps, 1e-3, trainLoss, trainScore, loss, score, number), 100);
        return this;
    }

    /** Rules told so far, each as often as it was told. */
    List<String> rules() {
        return told.stream().map(f -> f.rule().id()).toList();
    }

    List<Finding> findings() {
        return told;
    }

    /** Elements 100, so that a gradient's root mean square is a tenth of its norm. */
    static ParameterView weight(int layer, boolean trainable, double value, double gradient, double updateRatio) {
        return new ParameterView(
                "dense_" + layer + "/weight",
                "dense_" + layer,
                trainable,
                Shape.of(10, 10),
                statistics(value, 0),
                trainable ? statistics(gradient * 10, 0) : null,
                trainable ? (@Nullable Double) updateRatio : null);
    }

    static NodeView relu(double zeroShare) {
        return new NodeView(
                "dense_1/Relu", "dense_1", "Relu", Shape.of(32, 10), DType.FLOAT32, statistics(3, zeroShare), null);
    }

    private static Statistics statistics(double norm, double zeroShare) {
        return new Statistics(0, norm / 10, -norm, norm, norm, zeroShare, 0, 0);
    }
}
