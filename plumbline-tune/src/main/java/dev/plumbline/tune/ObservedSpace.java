package dev.plumbline.tune;

import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a define-by-run study has asked for, with the conditions that its trials show: where {@code momentum} was there
 * in just those trials whose {@code optimizer} was {@code sgd}, it depends on that. A sampler then sees the same space
 * as if it had been declared.
 */
final class ObservedSpace {
    private final Map<String, Presence> presences = new HashMap<>();

    Space of(Space asked, List<TrialRecord> complete) {
        List<Parameter> before = new ArrayList<>();
        for (Parameter parameter : asked.parameters()) {
            Presence presence = presences.computeIfAbsent(parameter.name(), Presence::new);
            presence.read(complete, before);
            boolean declared = parameter.condition() != null;
            before.add(
                    declared
                            ? parameter
                            : new Parameter(parameter.name(), parameter.domain(), presence.condition(before)));
        }
        return Space.of(before);
    }
}
