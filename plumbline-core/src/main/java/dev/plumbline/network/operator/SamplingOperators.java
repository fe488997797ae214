package dev.plumbline.network.operator;

import java.util.List;

/** Images at other places or sizes, and signals as frequencies. */
final class SamplingOperators {
    private SamplingOperators() {}

    static List<Operator> list() {
        return List.of(
                new Resize(),
                new GridSample(),
                new AffineGrid(),
                new Col2Im(),
                new RoiPool("RoiAlign"),
                new RoiPool("MaxRoiPool"),
                new Dft(),
                new Stft(),
                new Taper("HannWindow"),
                new Taper("HammingWindow"),
                new Taper("BlackmanWindow"),
                new MelWeightMatrix());
    }
}
