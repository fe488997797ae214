package dev.plumbline.tune.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpaceTest {
    private final Space space = Space.of("optimizer", CategoricalDomain.of("sgd", "adam"))
            .with("nesterov", CategoricalDomain.of(true, false), Condition.when("optimizer", "sgd"))
            .with("momentum", FloatDomain.of(0, 1), Condition.when("nesterov", true));

    @Test
    void aConditionalParameter_isThereOnlyWithItsParent() {
        assertThat(space.configuration(parameter -> parameter.domain().fromUnit(0.1)))
                .containsOnlyKeys("optimizer", "nesterov", "momentum");
        assertThat(space.configuration(parameter -> parameter.domain().fromUnit(0.9)))
                .containsOnlyKeys("optimizer");
    }

    @Test
    void aParent_mustComeBefore_andHaveTheValue() {
        assertThatThrownBy(
                        () -> Space.empty().with("momentum", FloatDomain.of(0, 1), Condition.when("optimizer", "sgd")))
                .hasMessageContaining("must be added before");
        assertThatThrownBy(() -> space.with("beta", FloatDomain.of(0, 1), Condition.when("optimizer", "lion")))
                .hasMessageContaining("lion");
    }

    @Test
    void anotherDomain_keepsTheParametersPlace() {
        Space more = space.with("optimizer", CategoricalDomain.of("sgd", "adam", "lion"));
        assertThat(more.parameters().get(0).domain().cardinality()).isEqualTo(3);
        assertThat(more.size()).isEqualTo(3);
    }
}
