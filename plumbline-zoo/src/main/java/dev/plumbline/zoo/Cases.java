package dev.plumbline.zoo;

import dev.plumbline.zoo.base.Base;
import dev.plumbline.zoo.fault.Fault;
import dev.plumbline.zoo.fault.Variant;
import java.util.ArrayList;
import java.util.List;

/** Every case that bases, faults and variants can make, whether or not it hurts. */
final class Cases {
    private Cases() {}

    static List<ZooCase> all(List<Base> bases, List<Fault> faults, List<Variant> variants) {
        List<ZooCase> cases = new ArrayList<>();
        for (Base base : bases) {
            for (Fault fault : faults) {
                fault.strengths().forEach(strength -> cases.add(ZooCase.faulty(base, fault, strength)));
            }
            variants.forEach(variant -> cases.add(ZooCase.healthy(base, variant.name(), variant.plant())));
        }
        return cases;
    }
}
