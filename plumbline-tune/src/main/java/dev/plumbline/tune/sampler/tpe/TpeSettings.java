package dev.plumbline.tune.sampler.tpe;

/** Experiment. */
public record TpeSettings(
        int startup,
        int candidates,
        double gammaLinear,
        double gammaSqrt,
        int gammaMax,
        double goodWeightDecay,
        double priorWeight,
        double sigma,
        double minSigma,
        double scott,
        double catSpread,
        double mixed,
        double univariateShare,
        boolean sobol,
        double badSigma) {
    public static TpeSettings defaults() {
        return new TpeSettings(10, 24, 0.1, 0, 25, 0, 1, 0.2, 0.01, 0, 0.2, 0, 0, false, 0);
    }
}
