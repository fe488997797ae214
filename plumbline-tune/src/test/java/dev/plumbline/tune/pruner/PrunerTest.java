package dev.plumbline.tune.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PrunerTest {
    /** A trial that has reported these losses after steps 1, 2, ... */
    private static TrialRecord trial(int number, TrialState state, double... losses) {
        SortedMap<Integer, Double> steps = new TreeMap<>();
        for (int i = 0; i < losses.length; i++) {
            steps.put(i + 1, losses[i]);
        }
        return new TrialRecord(number, state, Map.of(), List.of(), List.of(), steps, Map.of(), null, null);
    }

    private static TrialRecord running(int number, double... losses) {
        return trial(number, TrialState.RUNNING, losses);
    }

    private static History history(List<TrialRecord> finished, TrialRecord... running) {
        return new History(List.of(Direction.MINIMIZE), finished, List.of(running));
    }

    /** Ten finished trials whose losses at every step are 0, 1, ..., 9. */
    private static List<TrialRecord> ten(int steps) {
        List<TrialRecord> finished = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double[] losses = new double[steps];
            Arrays.fill(losses, i);
            finished.add(trial(i, TrialState.COMPLETE, losses));
        }
        return finished;
    }

    private static Verdict judge(Pruner pruner, List<TrialRecord> finished, double... losses) {
        TrialRecord trial = running(100, losses);
        return pruner.judge(history(finished, trial), trial);
    }

    @Test
    void theMedian_stopsTheWorseHalf_butNotInTheFirstSteps() {
        Pruner median = PercentilePruner.median();
        assertThat(judge(median, ten(5), 5, 5, 5, 5)).isEqualTo(Verdict.PRUNE);
        assertThat(judge(median, ten(5), 4, 4, 4, 4)).isEqualTo(Verdict.CONTINUE);
        assertThat(judge(median, ten(5), 9, 9, 9)).isEqualTo(Verdict.CONTINUE);
        assertThat(judge(median, ten(5).subList(0, 4), 9, 9, 9, 9)).isEqualTo(Verdict.CONTINUE);
    }

    @Test
    void theBestValueOfATrial_counts() {
        assertThat(judge(PercentilePruner.median(), ten(5), 9, 1, 9, 9)).isEqualTo(Verdict.CONTINUE);
        assertThat(judge(PercentilePruner.median(), ten(5), Double.NaN, Double.NaN, Double.NaN, Double.NaN))
                .isEqualTo(Verdict.PRUNE);
    }

    @Test
    void aPercentile_keepsThatShare() {
        Pruner quarter = PercentilePruner.keeping(25);
        assertThat(judge(quarter, ten(5), 3, 3, 3, 3)).isEqualTo(Verdict.PRUNE);
        assertThat(judge(quarter, ten(5), 2, 2, 2, 2)).isEqualTo(Verdict.CONTINUE);
    }

    @Test
    void whereMoreIsBetter_theSmallOnesAreStopped() {
        TrialRecord trial = running(100, 4, 4, 4, 4);
        History history = new History(List.of(Direction.MAXIMIZE), ten(5), List.of(trial));
        assertThat(PercentilePruner.median().judge(history, trial)).isEqualTo(Verdict.PRUNE);
    }

    @Test
    void halving_judgesAtRungs_andLetsTheBestQuarterGoOn() {
        Pruner halving = SuccessiveHalvingPruner.standard();
        assertThat(judge(halving, ten(20), 9, 9, 9)).isEqualTo(Verdict.CONTINUE);
        assertThat(judge(halving, ten(20), 9, 9, 9, 9)).isEqualTo(Verdict.PRUNE);
        assertThat(judge(halving, ten(20), 9, 9, 9, 0.5)).isEqualTo(Verdict.CONTINUE);
        assertThat(judge(halving, ten(20), 9, 9, 9, 9, 9)).isEqualTo(Verdict.CONTINUE);
        assertThat(judge(halving, List.of(), 9, 9, 9, 9)).isEqualTo(Verdict.CONTINUE);
    }

    @Test
    void pausing_letsATrialWait_andPromotesItOnceEnoughWorseOnesHaveCome() {
        SuccessiveHalvingPruner halving = SuccessiveHalvingPruner.standard().withPausing();
        TrialRecord first = running(0, 3, 3, 3, 3);
        assertThat(halving.judge(history(List.of(), first), first)).isEqualTo(Verdict.PAUSE);
        TrialRecord paused = trial(0, TrialState.PAUSED, 3, 3, 3, 3);
        TrialRecord worse = trial(1, TrialState.PAUSED, 8, 8, 8, 8);
        assertThat(halving.promotable(history(List.of(), paused, worse))).isEmpty();
        TrialRecord third = trial(2, TrialState.PAUSED, 7, 7, 7, 7);
        TrialRecord fourth = trial(3, TrialState.PAUSED, 9, 9, 9, 9);
        assertThat(halving.promotable(history(List.of(), worse, third, paused, fourth)))
                .contains(paused);
    }

    @Test
    void hyperband_dealsTrialsOut_theEarlierTheMore() {
        HyperbandPruner hyperband = new HyperbandPruner(4, 100, 3);
        int[] counts = new int[3];
        Set<Integer> firstTen = new HashSet<>();
        for (int i = 0; i < 1300; i++) {
            counts[hyperband.bracket(i)]++;
            if (i < 10) {
                firstTen.add(hyperband.bracket(i));
            }
        }
        assertThat(counts[0]).isBetween(850, 950);
        assertThat(counts[2]).isBetween(60, 140);
        assertThat(firstTen).hasSizeGreaterThan(1);
        TrialRecord late = running(late(hyperband), 9, 9, 9, 9);
        assertThat(hyperband.judge(history(ten(20), late), late)).isEqualTo(Verdict.CONTINUE);
    }

    private static int late(HyperbandPruner hyperband) {
        int number = 100;
        while (hyperband.bracket(number) != 2) {
            number++;
        }
        return number;
    }

    @Test
    void aTrend_letsASlowStarterGoOn_thatComparingValuesWouldStop() {
        Pruner trend = new TrendPruner(4, 4);
        assertThat(judge(trend, ten(5), 99, 12, 10, 5)).isEqualTo(Verdict.CONTINUE);
        assertThat(judge(trend, ten(5), 5, 5, 5, 5)).isEqualTo(Verdict.PRUNE);
        assertThat(judge(trend, ten(5), 1, 1, 1, 1)).isEqualTo(Verdict.CONTINUE);
        assertThat(judge(trend, ten(5), 9, 9, 9)).isEqualTo(Verdict.CONTINUE);
        assertThat(judge(SuccessiveHalvingPruner.standard(), ten(5), 99, 12, 10, 5))
                .isEqualTo(Verdict.PRUNE);
    }

    @Test
    void ofEquals_aTrendLetsOnlyTheFirstFewGoOn() {
        List<TrialRecord> same = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            assertThat(judge(new TrendPruner(4, 4), same, 1, 1, 1, 1))
                    .isEqualTo(i < 2 ? Verdict.CONTINUE : Verdict.PRUNE);
            same.add(trial(i, TrialState.COMPLETE, 1, 1, 1, 1));
        }
    }

    @Test
    void aTrend_countsTrialsThatEndedByThemselves_butNotThoseStoppedEarlier() {
        Pruner trend = new TrendPruner(4, 4);
        List<TrialRecord> ended = ended(TrialState.COMPLETE);
        List<TrialRecord> stopped = ended(TrialState.PRUNED);
        assertThat(judge(trend, ended, 5, 5, 5, 5)).isEqualTo(Verdict.PRUNE);
        assertThat(judge(trend, stopped, 5, 5, 5, 5)).isEqualTo(Verdict.CONTINUE);
        assertThat(judge(trend, List.of(), Double.NaN, Double.NaN, Double.NaN, Double.NaN))
                .isEqualTo(Verdict.PRUNE);
    }

    private static List<TrialRecord> ended(TrialState state) {
        return List.of(trial(0, state, 3, 1), trial(1, state, 3, 2), trial(2, state, 3, 1), trial(3, state, 3, 2));
    }

    @Test
    void theFirstRungOfATrend_growsWithTheTrial() {
        assertThat(TrendPruner.upTo(200)).isEqualTo(new TrendPruner(17, 3));
        assertThat(TrendPruner.upTo(10)).isEqualTo(new TrendPruner(4, 3));
    }

    @Test
    void aThreshold_stopsWhatIsBeyond_andNaN() {
        Pruner threshold = ThresholdPruner.above(10);
        assertThat(judge(threshold, List.of(), 9)).isEqualTo(Verdict.CONTINUE);
        assertThat(judge(threshold, List.of(), 11)).isEqualTo(Verdict.PRUNE);
        assertThat(judge(threshold, List.of(), Double.NaN)).isEqualTo(Verdict.PRUNE);
        assertThat(judge(ThresholdPruner.below(0.2), List.of(), 0.1)).isEqualTo(Verdict.PRUNE);
    }

    @Test
    void patience_stopsWhatHasNotImproved() {
        Pruner patient = PatientPruner.alone(2);
        assertThat(judge(patient, List.of(), 3, 3)).isEqualTo(Verdict.CONTINUE);
        assertThat(judge(patient, List.of(), 3, 3, 3)).isEqualTo(Verdict.PRUNE);
        assertThat(judge(patient, List.of(), 3, 2, 3)).isEqualTo(Verdict.CONTINUE);
        Pruner both = new PatientPruner(PercentilePruner.median(), 2, 0);
        assertThat(judge(both, ten(9), 1, 1, 1, 1)).isEqualTo(Verdict.CONTINUE);
        assertThat(judge(both, ten(9), 9, 9, 9, 9)).isEqualTo(Verdict.PRUNE);
    }
}
