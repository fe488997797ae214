package dev.plumbline.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Condition;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.Space;
import org.junit.jupiter.api.Test;

class StudyTest {
    @Test
    void anObjectiveIsMadeSmall() {
        Study study = Study.minimize().open();
        study.optimize(
                trial -> {
                    double x = trial.suggestFloat("x", -10, 10);
                    return (x - 2) * (x - 2);
                },
                Budget.trials(200));
        assertThat(study.trials()).hasSize(200);
        assertThat((Double) study.best().orElseThrow().parameters().get("x")).isBetween(1.8, 2.2);
    }

    @Test
    void aDeclaredSpace_isThereWhenAsked() {
        Study study = Study.maximize()
                .space(Space.of("optimizer", CategoricalDomain.of("sgd", "adam"))
                        .with("momentum", FloatDomain.of(0, 0.99), Condition.when("optimizer", "sgd")))
                .open();
        for (int i = 0; i < 30; i++) {
            Trial trial = study.ask();
            boolean sgd = trial.getString("optimizer").equals("sgd");
            assertThat(trial.parameters().containsKey("momentum")).isEqualTo(sgd);
            study.tell(trial, i);
        }
        assertThat(study.best().orElseThrow().number()).isEqualTo(29);
    }
}
