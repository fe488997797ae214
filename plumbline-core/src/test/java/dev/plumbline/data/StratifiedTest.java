package dev.plumbline.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StratifiedTest {
    @ParameterizedTest
    @CsvSource({"1000,100,1", "997,13,2", "50,50,3", "64,0,4", "10,1,5"})
    void chosenClassesHaveTheSharesOfTheWhole(int total, int count, long seed) {
        long[] classes = new long[total];
        for (int i = 0; i < total; i++) {
            classes[i] = i % 10 < 7 ? 0 : i % 10 < 9 ? 1 : 2;
        }
        LongTensor targets = new LongTensor(classes, Shape.of(total));

        int[] chosen = Stratified.choose(targets, count, seed);

        assertThat(chosen).hasSize(count).doesNotHaveDuplicates().isSorted();
        assertThat(Stratified.choose(targets, count, seed)).isEqualTo(chosen);
        for (long c = 0; c < 3; c++) {
            long k = c;
            double inAll = Arrays.stream(classes).filter(v -> v == k).count() * (double) count / total;
            long here = Arrays.stream(chosen).filter(i -> classes[i] == k).count();
            assertThat(Math.abs(here - inAll)).isLessThanOrEqualTo(1);
        }
        int[] rest = Stratified.others(total, chosen);
        assertThat(rest).hasSize(total - count);
        assertThat(Arrays.stream(rest).filter(i -> Arrays.binarySearch(chosen, i) >= 0))
                .isEmpty();
    }
}
