package dev.plumbline.tune.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedMapTest {
    private static Map<String, Object> given() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rate", 0.1);
        map.put("depth", 3L);
        map.put("activation", "relu");
        return map;
    }

    @Test
    void itHoldsTheSameInTheSameOrder_andEqualsAnyMapThatDoes() {
        Map<String, Object> map = FixedMap.copyOf(given());

        assertThat(map).isEqualTo(given()).hasSameHashCodeAs(given());
        assertThat(map.keySet()).containsExactly("rate", "depth", "activation");
        assertThat(map.get("depth")).isEqualTo(3L);
        assertThat(map.get("width")).isNull();
        assertThat(map).containsKey("rate").doesNotContainKey("width");
    }

    @Test
    void whatItWasMadeFromMayChangeAndItMayNot() {
        Map<String, Object> source = given();
        Map<String, Object> map = FixedMap.copyOf(source);
        source.put("rate", 9.0);

        assertThat(map.get("rate")).isEqualTo(0.1);
        assertThatThrownBy(() -> map.put("rate", 1.0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.keySet().remove("rate")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(FixedMap.copyOf(map)).isSameAs(map);
    }
}
