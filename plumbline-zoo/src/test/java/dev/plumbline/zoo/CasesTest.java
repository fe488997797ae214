package dev.plumbline.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.zoo.base.Base;
import dev.plumbline.zoo.base.Bases;
import dev.plumbline.zoo.fault.Faults;
import dev.plumbline.zoo.fault.Variants;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CasesTest {
    private static final List<Base> BASES = Bases.standard(Path.of("../examples"));
    private static final List<ZooCase> ALL = Cases.all(BASES, Faults.standard(), Variants.standard());

    @Test
    void everyKindOfFaultHasAPlaceInSomeBase() {
        Map<String, Long> places = new TreeMap<>();
        Faults.standard().forEach(fault -> places.put(fault.kind(), 0L));
        places.putAll(ALL.stream()
                .filter(one -> one.fault() != null && one.folder().isPresent())
                .collect(Collectors.groupingBy(ZooCase::kind, Collectors.counting())));

        assertThat(places).hasSizeGreaterThanOrEqualTo(45);
        assertThat(places)
                .allSatisfy((kind, count) -> assertThat(count).as(kind).isPositive());
    }

    @Test
    void idsAreUniqueAndBothHalvesAreOfTheSameSize() {
        assertThat(ALL.stream().map(ZooCase::id)).doesNotHaveDuplicates();
        assertThat(ALL.stream().filter(ZooCase::isFinal).count()).isBetween(2 * ALL.size() / 5L, 3 * ALL.size() / 5L);
    }
}
