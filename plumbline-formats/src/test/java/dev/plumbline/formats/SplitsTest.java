package dev.plumbline.formats;

import static dev.plumbline.formats.Plans.npz;
import static dev.plumbline.formats.Plans.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.SplitPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Splits come from files or are held out by the seed, with every class in its share and no row in two of them. */
class SplitsTest {
    @TempDir
    private Path folder;

    private Plans hundred() {
        String[] lines = new String[101];
        Arrays.setAll(lines, i -> i == 0 ? "a,b,y" : i + 0.5 + ",3," + (i % 5 == 0 ? "rare" : "common"));
        return Plans.of(write(folder, "train.csv", lines))
                .test(new SplitPlan.Fraction(0.2))
                .validation(new SplitPlan.Fraction(0.1));
    }

    private static Dataset load(Plans plan) {
        return new FileData().load(plan.plan(), null);
    }

    private static float[] firstColumn(Split split) {
        return values(split, 0);
    }

    private static float[] values(Split split, int column) {
        float[] all = ((FloatTensor) split.inputs().get(0)).values();
        float[] values = new float[split.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = all[i * all.length / values.length + column];
        }
        return values;
    }

    @Test
    void testIsTakenFirstAndValidationOfWhatIsLeft() {
        Dataset data = load(hundred());

        assertThat(data.split(SplitName.TEST).orElseThrow().size()).isEqualTo(20);
        assertThat(data.split(SplitName.VALIDATION).orElseThrow().size()).isEqualTo(8);
        assertThat(data.train().size()).isEqualTo(72);
    }

    @Test
    void noRowIsInTwoSplits() {
        Dataset data = load(hundred());
        Set<Float> seen = new HashSet<>();
        data.splits().values().forEach(split -> {
            for (float value : firstColumn(split)) {
                assertThat(seen.add(value)).isTrue();
            }
        });
        assertThat(seen).hasSize(100);
    }

    @Test
    void everySplitHasEveryClassInItsShare() {
        load(hundred()).splits().forEach((name, split) -> {
            long rare = Arrays.stream(((LongTensor) split.targets()).values()).sum();
            assertThat((double) rare / split.size()).as(name.label()).isBetween(0.12, 0.26);
        });
    }

    @Test
    void theSameSeedGivesTheSameSplitsAndAnotherSeedOthers() {
        assertThat(load(hundred()).digest()).isEqualTo(load(hundred()).digest());
        assertThat(load(hundred().with("seed", "1")).digest())
                .isNotEqualTo(load(hundred()).digest());
    }

    @Test
    void mediansComeFromTheTrainSplitAlone() {
        String[] lines = new String[201];
        Arrays.setAll(lines, i -> i == 0 ? "a,y" : (i % 4 == 0 ? "" : i * i) + "," + (i % 2));
        Dataset data = load(Plans.of(write(folder, "gaps.csv", lines)).validation(new SplitPlan.Fraction(0.4)));
        float[] present = firstColumn(data.train());
        float filled = mostFrequent(present);
        double[] kept = new double[present.length];
        int count = 0;
        for (float value : present) {
            if (value != filled) {
                kept[count++] = value;
            }
        }
        double[] sorted = Arrays.stream(kept, 0, count).sorted().toArray();

        assertThat((double) filled).isBetween(sorted[count / 2 - 1], sorted[count / 2 + 1]);
        assertThat(mostFrequent(firstColumn(data.split(SplitName.VALIDATION).orElseThrow())))
                .isEqualTo(filled);
    }

    private static float mostFrequent(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int best = 0;
        float most = sorted[0];
        for (int i = 0, run = 0; i < sorted.length; i++) {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            if (run > best) {
                best = run;
                most = sorted[i];
            }
        }
        return most;
    }

    @Test
    void thePlansSubsetIsApplied() {
        assertThat(load(hundred().with("max-examples", "30")).train().size()).isEqualTo(30);
        assertThat(load(hundred().with("one-batch", "8")).splits()).containsOnlyKeys(SplitName.TRAIN);
        Dataset two = load(Plans.of(npz("one-hot")).with("classes", "[\"2\", \"0\"]"));
        assertThat(two.schema().classNames()).containsExactly("2", "0");
        assertThat(two.train().size()).isEqualTo(8);
    }

    @Test
    void aSplitThatTheClassesLeaveEmptyIsNamed() {
        Path test = write(folder, "test.csv", "a,b,y", "1,3,common");
        Plans plan = hundred().test(new SplitPlan.FromFile(test)).with("classes", "[rare]");

        assertThatThrownBy(() -> load(plan)).hasMessageContaining("data.test: expected at least one example");
    }

    @Test
    void aClassThatOnlyATestFileHas_keepsItsPlaceAmongTheClassesAndIsNoted() {
        Path test = write(folder, "test.csv", "a,y", "1,cat", "2,cow", "3,dog");
        Dataset data = load(Plans.of(write(folder, "pets.csv", "a,y", "1,cat", "3,dog", "4,dog", "5,cat"))
                .validation(new SplitPlan.None())
                .test(new SplitPlan.FromFile(test)));

        assertThat(data.schema().classNames()).containsExactly("cat", "cow", "dog");
        assertThat(((LongTensor) data.train().targets()).values()).containsExactly(0, 2, 2, 0);
        assertThat(((LongTensor) data.split(SplitName.TEST).orElseThrow().targets()).values())
                .containsExactly(0, 1, 2);
        assertThat(data.notes()).anyMatch(note -> note.text().contains("no example of cow"));
    }
}
