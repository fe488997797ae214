package dev.plumbline.evaluate;

import dev.plumbline.experiment.Metric;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Trace.Epoch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the goal's metric went over the epochs, on the split that tells most.
 *
 * @param split validation, or train where there is no validation
 * @param metric the goal's
 * @param points from epoch 1 on, in order; epochs whose score is NaN are left out
 */
public record LearningCurve(String split, Metric metric, List<Point> points) {
    public LearningCurve {
        points = List.copyOf(points);
    }

    /** The score after an epoch. */
    public record Point(int epoch, double score) {}

    /** The curve of a run's validation scores, or of train's where none were measured. */
    public static LearningCurve of(Run run) {
        boolean validated = run.trace().epochs().stream().anyMatch(e -> e.validationScore() != null);
        List<Point> points = new ArrayList<>();
        for (Epoch epoch : run.trace().epochs()) {
            Double score = validated ? epoch.validationScore() : (Double) epoch.trainScore();
            if (epoch.number() > 0 && score != null && !score.isNaN()) {
                points.add(new Point(epoch.number(), score));
            }
        }
        return new LearningCurve(
                validated ? "validation" : "train", run.experiment().goal().metric(), points);
    }

    /** The first epoch with the best score; null for an empty curve. */
    public @Nullable Point best() {
        Point best = null;
        for (Point point : points) {
            if (best == null || metric.error(point.score()) < metric.error(best.score())) {
                best = point;
            }
        }
        return best;
    }

    /** The last epoch's number; 0 for an empty curve. */
    public int epochs() {
        return points.isEmpty() ? 0 : points.get(points.size() - 1).epoch();
    }

    /** Mean error over the epochs from the first number to the second; NaN where there are none. */
    double meanError(int from, int to) {
        return points.stream()
                .filter(p -> p.epoch() >= from && p.epoch() <= to)
                .mapToDouble(p -> metric.error(p.score()))
                .average()
                .orElse(Double.NaN);
    }
}
