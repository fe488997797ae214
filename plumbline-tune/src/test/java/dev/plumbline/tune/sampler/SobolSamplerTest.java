package dev.plumbline.tune.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SobolSamplerTest {
    @Test
    void everyDimension_putsOnePointIntoEachOfTheEqualParts() {
        SobolSequence sequence = new SobolSequence(SobolTable.DIMENSIONS, 3);
        for (int d = 0; d < SobolTable.DIMENSIONS; d++) {
            Set<Integer> cells = new HashSet<>();
            for (int i = 0; i < 64; i++) {
                cells.add((int) (sequence.at(i, d) * 64));
            }
            assertThat(cells).as("dimension %s", d).hasSize(64);
        }
    }

    @Test
    void theFirstTwoDimensions_putOnePointIntoEachSquare() {
        SobolSequence sequence = new SobolSequence(2, 5);
        Set<Integer> squares = new HashSet<>();
        for (int i = 0; i < 64; i++) {
            squares.add((int) (sequence.at(i, 0) * 8) * 8 + (int) (sequence.at(i, 1) * 8));
        }
        assertThat(squares).hasSize(64);
    }

    @Test
    void noTwoDimensions_areAlike() {
        SobolSequence sequence = new SobolSequence(SobolTable.DIMENSIONS, 3);
        for (int d = 1; d < SobolTable.DIMENSIONS; d++) {
            double product = 0;
            for (int i = 0; i < 1024; i++) {
                product += (sequence.at(i, d) - 0.5) * (sequence.at(i, d - 1) - 0.5) / 1024;
            }
            assertThat(Math.abs(product * 12)).as("dimension %s", d).isLessThan(0.2);
        }
    }

    @Test
    void seedsDiffer() {
        assertThat(new SobolSequence(1, 1).at(0, 0)).isNotEqualTo(new SobolSequence(1, 2).at(0, 0));
    }
}
