package dev.plumbline.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.start.DataProfile.FeatureProfile;
import dev.plumbline.start.DataProfile.Overlap;
import dev.plumbline.start.DataProfile.SplitProfile;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.Synthetic;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DataProfilerTest {
    private final DataProfiler profiler = new DataProfiler();

    @Test
    void aRowHasStatisticsForEachOfItsFeatures() {
        SplitProfile train =
                profiler.profile(rows(1, 10, 2, 10, 3, 10, 4, Float.NaN)).train();

        FeatureProfile first = train.inputs().get(0).features().get(0);
        FeatureProfile second = train.inputs().get(0).features().get(1);
        assertThat(first.name()).isEqualTo("f0");
        assertThat(first.values().mean()).isEqualTo(2.5);
        assertThat(first.values().deviation()).isCloseTo(Math.sqrt(1.25), within(1e-12));
        assertThat(second.values().nans()).isEqualTo(1);
        assertThat(train.inputs().get(0).constant()).containsExactly(second);
        assertThat(train.inputs().get(0).values().mean()).isCloseTo(40 / 7.0, within(1e-12));
        assertThat(train.inputs().get(0).values().norm()).isCloseTo(Math.sqrt(330), within(1e-9));
    }

    @Test
    void anImageHasStatisticsForEachChannelAndASequenceForEachFeature() {
        assertThat(profiler.profile(ExampleData.digits())
                        .train()
                        .inputs()
                        .get(0)
                        .features())
                .extracting(FeatureProfile::name)
                .containsExactly("channel 0");
        assertThat(profiler.profile(ExampleData.vowels())
                        .train()
                        .inputs()
                        .get(0)
                        .features())
                .hasSize(12);
    }

    @Test
    void realDigitsAreDescribedAsTheyAre() {
        DataProfile digits = profiler.profile(ExampleData.flatDigits());

        assertThat(digits.train().examples()).isEqualTo(1_294);
        assertThat(digits.train().classCounts()).hasSize(10).allMatch(count -> count > 100);
        assertThat(digits.train().inputs().get(0).values().max()).isEqualTo(16);
        assertThat(digits.train().inputs().get(0).constant())
                .extracting(FeatureProfile::name)
                .contains("p0", "p32", "p39");
        assertThat(digits.train().duplicates()).isZero();
        assertThat(digits.overlaps()).isEmpty();
        assertThat(digits.train().coincidence()).isLessThan(1e-20);
    }

    @Test
    void equalInputsAreDuplicatesAndWithAnotherTargetConflicts() {
        // rows 2 and 3 repeat row 0, the latter with another class; -0 is 0
        SplitProfile train = profiler.profile(rows(0, 5, 1, 5, -0f, 5, 0, 5)).train();

        assertThat(train.duplicates()).isEqualTo(2);
        assertThat(train.conflicts()).isEqualTo(1);
    }

    @Test
    void examplesOfTestThatStandInTrainAreCounted() {
        Dataset healthy = Synthetic.healthy();
        Dataset leaking = healthy.with(
                SplitName.TEST,
                Synthetic.joined(
                        healthy.split(SplitName.TEST).orElseThrow(),
                        healthy.train().first(50)));

        assertThat(profiler.profile(healthy).overlaps()).isEmpty();
        assertThat(profiler.profile(leaking).overlaps())
                .containsExactly(new Overlap(SplitName.TEST, SplitName.TRAIN, 50, 0.25));
    }

    @Test
    void sixtyThousandRowsOfSevenHundredEightyFourTakeSeconds() {
        Random random = new Random(0);
        float[] values = new float[60_000 * 784];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(256);
        }
        Split split = new Split(List.of(FloatTensor.of(values, 60_000, 784)), LongTensor.of(new long[60_000], 60_000));
        // time of this thread alone, since others may be busy
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        profiler.profile(Synthetic.classification(Map.of(SplitName.TRAIN, split), 2));

        long nanoseconds = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertThat(Duration.ofNanos(nanoseconds)).isLessThan(Duration.ofSeconds(8));
    }

    /** Rows of two features, classes 0, 0, 0, ... but the last of class 1. */
    private static Dataset rows(float... values) {
        int rows = values.length / 2;
        long[] classes = new long[rows];
        classes[rows - 1] = 1;
        return Synthetic.classification(
                Map.of(
                        SplitName.TRAIN,
                        new Split(List.of(FloatTensor.of(values, rows, 2)), LongTensor.of(classes, rows))),
                2);
    }
}
