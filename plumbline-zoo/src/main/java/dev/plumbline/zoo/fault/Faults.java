package dev.plumbline.zoo.fault;

import java.util.ArrayList;
import java.util.List;

/** All kinds of fault. */
public final class Faults {
    private Faults() {}

    public static List<Fault> standard() {
        List<Fault> faults = new ArrayList<>();
        faults.addAll(OptimizerFaults.list());
        faults.addAll(TrainingFaults.list());
        faults.addAll(LossFaults.list());
        faults.addAll(LayerFaults.list());
        faults.addAll(InputFaults.list());
        faults.addAll(TargetFaults.list());
        return faults;
    }
}
