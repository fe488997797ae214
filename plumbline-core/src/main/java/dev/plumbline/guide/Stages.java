package dev.plumbline.guide;

import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.Set;

/** Which stages cannot do without which. */
final class Stages {
    private Stages() {}

    /** The stages and all that they rest on, in the order of the tree. */
    static Set<Stage> needed(Set<Stage> wanted) {
        Set<Stage> needed = EnumSet.copyOf(wanted);
        needed.add(Stage.START);
        if (needed.contains(Stage.IMPROVE)) {
            needed.add(Stage.EVALUATE);
        }
        if (needed.contains(Stage.EVALUATE)) {
            needed.add(Stage.COMPARE); // the full training is made there
        }
        return needed;
    }
}
