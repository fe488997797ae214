package dev.plumbline.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.experiment.Experiment;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationTest {
    private static final Interventions KINDS = Interventions.standard();

    private static Intervention of(String... names) {
        return Combination.of(List.of(names).stream().map(KINDS::parse).toList());
    }

    @Test
    void oneInterventionIsItself() {
        Intervention one = KINDS.parse("loss-sign");
        assertThat(Combination.of(List.of(one))).isSameAs(one);
    }

    @Test
    void severalBearAllTheirNamesAndRemoveAllTheirCauses() {
        Intervention both = of("loss-sign", "learning-rate=0.001");
        assertThat(both.name()).isEqualTo("loss-sign learning-rate=0.001");
        assertThat(both.removes())
                .contains("loss-sign", "learning-rate-too-high", "learning-rate-too-low")
                .hasSize(5);
        assertThat(both.title())
                .contains(KINDS.parse("loss-sign").title())
                .contains(KINDS.parse("learning-rate=0.001").title());
    }

    @Test
    void theyAreMadeOneAfterTheOther() {
        Experiment mlp = Experiments.mlp();
        Experiment edited =
                of("loss-sign", "learning-rate=0.001", "learning-rate=0.002").apply(mlp);
        assertThat(edited.training().loss().scale()).isPositive();
        assertThat(edited.training().optimizer().learningRate()).isEqualTo(0.002);
        assertThat(mlp.training().optimizer().learningRate()).isEqualTo(0.1);
    }

    @Test
    void eachPartOfTheNameParsesToThatPart() {
        Intervention both = of("initialize=he", "loss-sign");
        Experiment byName = Experiments.mlp();
        for (String word : both.name().split(" ", -1)) {
            byName = KINDS.parse(word).apply(byName);
        }
        assertThat(byName).isEqualTo(both.apply(Experiments.mlp()));
    }
}
