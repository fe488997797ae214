package dev.plumbline.zoo.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All kinds of fault. */
public final class Faults {
    private Faults() {}

    public static List<Fault> standard() {
        List<Fault> planted = new ArrayList<>();
        planted.addAll(OptimizerFaults.list());
        planted.addAll(TrainingFaults.list());
        planted.addAll(LossFaults.list());
        planted.addAll(LayerFaults.list());
        planted.addAll(DepthFaults.list());
        planted.addAll(InputFaults.list());
        planted.addAll(SplitFaults.list());
        planted.addAll(TargetFaults.list());
        planted.addAll(KerasTrainingFaults.list());
        planted.addAll(KerasLayerFaults.list());
        planted.addAll(OnnxOutputFaults.list());
        planted.addAll(OnnxHiddenFaults.list());
        Map<String, Fault> byKind = new LinkedHashMap<>();
        planted.forEach(fault -> byKind.merge(fault.kind(), fault, (known, more) -> known.with(more.strengths())));
        return List.copyOf(byKind.values());
    }
}
