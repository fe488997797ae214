package dev.plumbline.evaluate;

import dev.plumbline.experiment.Metric;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Scorer;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How far a score may be off because the split holds so few examples: the percentile bootstrap over examples (Efron and
 * Tibshirani, <i>An Introduction to the Bootstrap</i>, 1993, chapter 13). It knows nothing of the noise of training;
 * for that one trains with several seeds.
 *
 * <pre>{@code
 * Interval error = Bootstrap.standard().error(run.predictions(SplitName.TEST).orElseThrow(), Metric.ACCURACY);
 * }</pre>
 *
 * <p>Where every resample gives the same score because every example was right (or every one wrong), resampling cannot
 * see any uncertainty; the interval's open end is then the exact binomial one (Clopper and Pearson, 1934), about 3.7
 * examples' worth at 95 %.
 *
 * @param resamples how many, at least 100; 1,000 gives the ends of a 95 % interval to about a tenth of its length
 * @param confidence share of the resamples inside, above 0 and below 1
 * @param seed the same seed gives the same interval
 */
public record Bootstrap(int resamples, double confidence, long seed) {
    public Bootstrap {
        if (resamples < 100 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("`resamples >= 100` and `0 < confidence < 1` must hold, but got "
                    + resamples + " and " + confidence);
        }
    }

    /** 1,000 resamples, 95 %, seed 0. */
    public static Bootstrap standard() {
        return new Bootstrap(1_000, 0.95, 0);
    }

    /** The metric's score with its interval. NaN where the score itself is. */
    public Interval score(Predictions predictions, Metric metric) {
        Scorer scorer = Scorer.of(metric, predictions);
        double score = scorer.score();
        Interval interval = between(score, resample(scorer, seed));
        boolean degenerate = interval.low() == interval.high() && metric.isShare() && metric != Metric.R2;
        if (degenerate && (score == 0 || score == 1)) {
            double open = Math.pow((1 - confidence) / 2, 1.0 / scorer.size());
            return score == 1 ? new Interval(1, open, 1) : new Interval(0, 0, 1 - open);
        }
        return interval;
    }

    /** The same as an error, for which less is better: {@link Metric#error} of score and interval. */
    public Interval error(Predictions predictions, Metric metric) {
        Interval score = score(predictions, metric);
        double low = metric.error(score.low());
        double high = metric.error(score.high());
        return new Interval(metric.error(score.value()), Math.min(low, high), Math.max(low, high));
    }

    /**
     * How much larger the first error is than the second, for predictions of different examples (validation and train):
     * each is resampled by itself.
     */
    public Interval errorDifference(Predictions first, Predictions second, Metric metric) {
        Scorer one = Scorer.of(metric, first);
        Scorer other = Scorer.of(metric, second);
        // other indices for the second, or two splits of one size would rise and fall together
        return difference(metric, one, resample(one, seed), other, resample(other, ~seed));
    }

    /**
     * How much larger the first error is than the second, for two predictions of the same examples in the same order
     * (network and baseline): both see the same resamples, so that what is hard for both cancels out.
     */
    public Interval pairedErrorDifference(Predictions first, Predictions second, Metric metric) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException("expected predictions of the same examples, found " + first.size()
                    + " and " + second.size() + " of them");
        }
        Scorer one = Scorer.of(metric, first);
        Scorer other = Scorer.of(metric, second);
        return difference(metric, one, resample(one, seed), other, resample(other, seed));
    }

    private Interval difference(Metric metric, Scorer one, double[] ones, Scorer other, double[] others) {
        double[] differences = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            differences[i] = metric.error(ones[i]) - metric.error(others[i]);
        }
        return between(metric.error(one.score()) - metric.error(other.score()), differences);
    }

    private double[] resample(Scorer scorer, long from) {
        SplittableRandom random = new SplittableRandom(from);
        int[] indices = new int[scorer.size()];
        double[] scores = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            for (int i = 0; i < indices.length; i++) {
                indices[i] = random.nextInt(indices.length);
            }
            scores[r] = scorer.score(indices);
        }
        return scores;
    }

    private Interval between(double value, double[] resampled) {
        double[] sorted =
                Arrays.stream(resampled).filter(s -> !Double.isNaN(s)).sorted().toArray();
        if (sorted.length == 0) {
            return new Interval(value, Double.NaN, Double.NaN);
        }
        double tail = (1 - confidence) / 2;
        int last = sorted.length - 1;
        return new Interval(value, sorted[(int) Math.floor(tail * last)], sorted[(int) Math.ceil((1 - tail) * last)]);
    }
}
