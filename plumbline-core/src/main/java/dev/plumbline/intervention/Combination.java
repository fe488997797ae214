package dev.plumbline.intervention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Several interventions as one, applied in order; its name lists theirs, as {@code plumbline apply} takes them. */
public final class Combination {
    private Combination() {}

    /** @param parts at least one */
    public static Intervention of(List<Intervention> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Set<String> removes = new LinkedHashSet<>();
        parts.forEach(part -> removes.addAll(part.removes()));
        return new Intervention(
                parts.stream().map(Intervention::name).collect(Collectors.joining(" ")),
                parts.stream().map(Intervention::title).collect(Collectors.joining("; ")),
                removes,
                parts.stream().map(Intervention::expectation).distinct().collect(Collectors.joining(" ")),
                experiment -> {
                    for (Intervention part : parts) {
                        experiment = part.apply(experiment);
                    }
                    return experiment;
                });
    }
}
