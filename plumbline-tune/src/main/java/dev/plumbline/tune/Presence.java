package dev.plumbline.tune;

import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.ChoiceDomain;
import dev.plumbline.tune.space.Condition;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.Parameter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When one parameter of a define-by-run study was there and when not, by the values of those before it. */
final class Presence {
    /** An int with more values than this is not taken for a switch. */
    private static final int FEW = 32;

    private final String name;
    private final Map<String, Values> byParent = new LinkedHashMap<>();
    private int read;
    private boolean wasAbsent;

    /** The values of a parent with which the parameter was there, and those with which it was not. */
    private static final class Values {
        final Set<Object> present = new LinkedHashSet<>();
        final Set<Object> absent = new LinkedHashSet<>();
        boolean presentWithoutParent;
    }

    Presence(String name) {
        this.name = name;
    }

    /** Reads on in the complete trials. */
    void read(List<TrialRecord> complete, List<Parameter> before) {
        for (; read < complete.size(); read++) {
            Map<String, Object> chosen = complete.get(read).parameters();
            boolean present = chosen.containsKey(name);
            wasAbsent |= !present;
            for (Parameter parent : before) {
                if (isSwitch(parent.domain())) {
                    note(
                            byParent.computeIfAbsent(parent.name(), key -> new Values()),
                            chosen.get(parent.name()),
                            present);
                }
            }
        }
    }

    private static boolean isSwitch(Domain domain) {
        return domain instanceof ChoiceDomain || (domain instanceof IntDomain && domain.cardinality() <= FEW);
    }

    private static void note(Values values, @Nullable Object parent, boolean present) {
        if (parent == null) {
            values.presentWithoutParent |= present;
        } else if (present) {
            values.present.add(parent);
        } else {
            values.absent.add(parent);
        }
    }

    /**
     * The condition that explains every trial, by the nearest parent that can; null where none does or none is needed.
     */
    @Nullable
    Condition condition(List<Parameter> before) {
        if (!wasAbsent) {
            return null;
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            Parameter parent = before.get(i);
            Values values = byParent.get(parent.name());
            if (values != null
                    && !values.presentWithoutParent
                    && !values.present.isEmpty()
                    && Collections.disjoint(values.present, values.absent)
                    && values.present.stream().allMatch(parent.domain()::contains)) {
                return new Condition(parent.name(), List.copyOf(values.present));
            }
        }
        return null;
    }
}
