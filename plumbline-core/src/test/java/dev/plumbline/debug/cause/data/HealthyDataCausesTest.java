package dev.plumbline.debug.cause.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.debug.Setup;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.HealthyData;
import dev.plumbline.testdata.Setups;
import dev.plumbline.testdata.Synthetic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cause that lies in the data shows in data that have none. */
class HealthyDataCausesTest {
    private static final Map<String, Supplier<Dataset>> EXAMPLES = Map.of(
            "digits", ExampleData::digits,
            "flat digits", ExampleData::flatDigits,
            "breast cancer", ExampleData::breastCancer,
            "wine", ExampleData::wine,
            "diabetes", ExampleData::diabetes,
            "vowels", ExampleData::vowels,
            "Gaussian rows", Synthetic::healthy);

    private static List<Finding> told(Dataset dataset) {
        Setup setup = Setups.of("name: healthy", dataset);
        return DataCauses.list().stream()
                .flatMap(cause -> cause.look(setup).stream())
                .filter(f -> f.severity() != Severity.INFO)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "flat digits", "breast cancer", "wine", "diabetes", "vowels", "Gaussian rows"})
    void realDataRaiseNoSuspicion(String name) {
        assertThat(told(Objects.requireNonNull(EXAMPLES.get(name)).get())).isEmpty();
    }

    @Test
    void ofGeneratedDataOfAllKindsHardlyAnyRaiseOne() {
        long suspected = LongStream.range(0, 60)
                .filter(seed -> !told(HealthyData.of(seed)).isEmpty())
                .count();
        assertThat(suspected).isLessThanOrEqualTo(1);
    }

    /** Prints every suspicion about generated healthy data: {@code HealthyDataCausesTest FROM TO}. */
    public static void main(String[] arguments) {
        long from = Long.parseLong(arguments[0]);
        long to = Long.parseLong(arguments[1]);
        int alarmed = 0;
        int hinted = 0;
        long slowest = 0;
        long total = 0;
        Stream<Map.Entry<String, Dataset>> examples = EXAMPLES.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), e.getValue().get()));
        Stream<Map.Entry<String, Dataset>> made =
                LongStream.range(from, to).mapToObj(seed -> Map.entry("seed " + seed, HealthyData.of(seed)));
        for (Map.Entry<String, Dataset> entry : Stream.concat(examples, made).toList()) {
            Setup setup = Setups.of("name: healthy", entry.getValue());
            long began = System.nanoTime();
            List<Finding> found = DataCauses.list().stream()
                    .flatMap(cause -> cause.look(setup).stream())
                    .toList();
            long took = (System.nanoTime() - began) / 1_000_000;
            slowest = Math.max(slowest, took);
            total += took;
            boolean alarm = found.stream().anyMatch(f -> f.severity() != Severity.INFO);
            alarmed += alarm ? 1 : 0;
            hinted += !alarm && !found.isEmpty() ? 1 : 0;
            found.forEach(f -> System.out.println(
                    entry.getKey() + " " + entry.getValue().schema().modality() + " n="
                            + entry.getValue().train().size() + " K="
                            + entry.getValue().schema().outputs() + ": "
                            + f.severity() + " " + f.rule().id() + " " + f.subject() + ": " + f.seen()));
        }
        System.out.println(
                "alarms " + alarmed + ", hints " + hinted + ", slowest " + slowest + " ms, total " + total + " ms");
    }
}
