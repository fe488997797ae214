package dev.plumbline.debug.cause.data;

import dev.plumbline.data.estimate.Answers;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.evaluate.Wilson;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many labels disagree with a model among the third of the examples that it is surest of. Classes that overlap
 * disagree where the model is unsure; wrong labels disagree everywhere alike.
 *
 * @param count of the surest examples that disagree
 * @param of how many are the surest
 * @param rest share of the others that disagree
 * @param spread how unevenly the wrong labels lie on the other classes: 0 as evenly as the classes are frequent, 1 all
 *     on one
 */
record Disagreement(int count, int of, double rest, double spread) {
    /** Wrong labels are as many where the model is less sure, up to what it really does not know. */
    private static final double FLAT = 1.2;

    private static final double FLAT_POINTS = 0.03;

    static Disagreement of(Answers answers) {
        List<Integer> surest = IntStream.range(0, answers.size())
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -answers.margin(row)))
                .limit(Math.max(1, answers.size() / 3))
                .toList();
        int outputs = answers.outputs();
        int[][] wrong = new int[outputs][outputs];
        int[] frequency = new int[outputs];
        for (int row = 0; row < answers.size(); row++) {
            frequency[answers.target(row)]++;
        }
        int count = 0;
        for (int row : surest) {
            int said = answers.said(row);
            if (said != answers.target(row)) {
                count++;
                wrong[said][answers.target(row)]++;
            }
        }
        double all = answers.size() - Math.round(answers.score() * answers.size());
        double rest = (all - count) / Math.max(1, answers.size() - surest.size());
        return new Disagreement(count, surest.size(), rest, spread(wrong, frequency, count));
    }

    /** Total variation distance from what independent labels would do. */
    private static double spread(int[][] wrong, int[] frequency, int count) {
        double distance = 0;
        int all = IntStream.of(frequency).sum();
        for (int said = 0; said < wrong.length; said++) {
            int row = IntStream.of(wrong[said]).sum();
            for (int k = 0; k < wrong.length; k++) {
                double expected = k == said ? 0 : (double) row * frequency[k] / Math.max(1, all - frequency[said]);
                distance += Math.abs(wrong[said][k] - expected) / 2;
            }
        }
        return count == 0 ? 1 : distance / count;
    }

    /** Even over the classes, up to what so few labels differ by chance, and over sure and unsure examples. */
    boolean isSpread() {
        return count >= 20 && spread < 0.35 && rest < FLAT * share() + FLAT_POINTS;
    }

    double share() {
        return (double) count / Math.max(1, of);
    }

    double low() {
        return interval().low();
    }

    double high() {
        return interval().high();
    }

    private Interval interval() {
        return Wilson.interval((double) count / Math.max(1, of), Math.max(1, of));
    }

    /** Two-sample z value of the shares' difference; positive where this one is larger. */
    double zAgainst(Disagreement other) {
        double pooled = (double) (count + other.count) / Math.max(1, of + other.of);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / Math.max(1, of) + 1.0 / Math.max(1, other.of)));
        return error == 0 ? 0 : (share() - other.share()) / error;
    }
}
