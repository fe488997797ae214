package dev.plumbline.tune.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DomainTest {
    private static Stream<Domain> domains() {
        return Stream.of(
                FloatDomain.of(-2, 3),
                FloatDomain.log(1e-5, 1e-1),
                FloatDomain.of(0, 1).step(0.1),
                IntDomain.of(-3, 7),
                IntDomain.of(0, 10).step(4),
                IntDomain.log(1, 512),
                CategoricalDomain.of("sgd", "adam", true, 3),
                OrdinalDomain.of(16, 32, 64));
    }

    @Test
    void everyValue_comesBackFromTheUnitInterval() {
        SplittableRandom random = new SplittableRandom(1);
        domains().forEach(domain -> {
            for (int i = 0; i < 1000; i++) {
                Object value = domain.fromUnit(random.nextDouble());
                assertThat(domain.contains(value)).isTrue();
                Object back = domain.fromUnit(domain.toUnit(value));
                if (value instanceof Double number) {
                    assertThat((Double) back).isCloseTo(number, within(1e-12 + 1e-9 * Math.abs(number)));
                } else {
                    assertThat(back).isEqualTo(value);
                }
            }
        });
    }

    @Test
    void uniformNumbers_areUniformOverAFiniteDomain() {
        domains().filter(domain -> domain.cardinality() < 20).forEach(domain -> {
            Map<Object, Integer> counts = new HashMap<>();
            for (int i = 0; i < 10_000; i++) {
                counts.merge(domain.fromUnit((i + 0.5) / 10_000), 1, Integer::sum);
            }
            assertThat((long) counts.size()).isEqualTo(domain.cardinality());
            double each = 10_000.0 / domain.cardinality();
            assertThat(counts.values()).allMatch(count -> Math.abs(count - each) < 2);
        });
    }

    @Test
    void aLogDomain_isUniformInOrdersOfMagnitude() {
        assertThat(FloatDomain.log(1e-4, 1).fromUnit(0.25)).isCloseTo(1e-3, within(1e-12));
    }

    @Test
    void endsAndBeyond_areClipped() {
        assertThat(IntDomain.of(1, 5).fromUnit(1)).isEqualTo(5);
        assertThat(FloatDomain.of(1, 5).fromUnit(7)).isEqualTo(5.0);
        assertThat(FloatDomain.log(1e-5, 1e-1).fromUnit(Double.NaN)).isEqualTo(1e-5);
    }

    @Test
    void numbersOfAnyType_becomeTheDomainsOwn() {
        assertThat(IntDomain.of(0, 5).canonical(3)).isEqualTo(3L);
        assertThat(FloatDomain.of(0, 5).canonical(3)).isEqualTo(3.0);
        assertThat(OrdinalDomain.of(16, 32).canonical(32)).isEqualTo(32L);
        assertThat(IntDomain.of(0, 10).step(4).high()).isEqualTo(8);
    }

    @Test
    void whatIsNotInTheDomain_isNamed() {
        assertThatThrownBy(() -> IntDomain.of(0, 5).canonical(2.5))
                .hasMessageContaining("from 0 to 5")
                .hasMessageContaining("2.5");
        assertThatThrownBy(() -> FloatDomain.of(3, 1)).hasMessageContaining("`low <= high` must hold");
        assertThatThrownBy(() -> FloatDomain.log(0, 1)).hasMessageContaining("`low > 0` must hold");
        assertThatThrownBy(() -> CategoricalDomain.of("a", "a")).hasMessageContaining("once");
        assertThatThrownBy(() -> CategoricalDomain.of(List.of(new Object()))).hasMessageContaining("string");
    }

    @Test
    void aBestAtAnEnd_asksForAWiderRange() {
        Space space = Space.of("rate", FloatDomain.log(1e-4, 1e-1)).with("units", IntDomain.of(8, 64));
        List<Edge> edges = Edge.of(Map.of("rate", 1.1e-4, "units", 30L), space);
        assertThat(edges).singleElement().satisfies(edge -> {
            assertThat(edge.upper()).isFalse();
            assertThat(((FloatDomain) edge.wider()).low()).isCloseTo(1e-5, within(1e-9));
        });
    }
}
