package dev.plumbline.cli.tune;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Spelling;
import dev.plumbline.tune.sampler.CoarseToFineSampler;
import dev.plumbline.tune.sampler.GridSampler;
import dev.plumbline.tune.sampler.RandomSampler;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.sampler.SobolSampler;
import dev.plumbline.tune.sampler.WithoutRepeats;
import dev.plumbline.tune.sampler.auto.AutoSampler;
import dev.plumbline.tune.sampler.cma.CmaSampler;
import dev.plumbline.tune.sampler.gp.GpSampler;
import dev.plumbline.tune.sampler.tpe.TpeSampler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The samplers by the names that the command knows. */
public final class TuneSamplers {
    /** For the command's help. */
    public static final String NAMES = "auto, gp, tpe, cma, coarse-to-fine, sobol, random, grid";

    private TuneSamplers() {}

    /**
     * A sampler by its name.
     *
     * @throws UnusableInputException naming the nearest, for a name that is none
     */
    public static Sampler named(String name, long seed) {
        Map<String, Supplier<Sampler>> samplers = new LinkedHashMap<>();
        samplers.put("auto", AutoSampler::new);
        samplers.put("gp", () -> new GpSampler());
        samplers.put("tpe", () -> new WithoutRepeats(new TpeSampler()));
        samplers.put("cma", () -> new CmaSampler());
        samplers.put("coarse-to-fine", CoarseToFineSampler::new);
        samplers.put("grid", () -> GridSampler.evenly(3));
        samplers.put("random", () -> new WithoutRepeats(new RandomSampler()));
        samplers.put("sobol", () -> new WithoutRepeats(new SobolSampler(seed)));
        Supplier<Sampler> sampler = samplers.get(name);
        if (sampler == null) {
            throw new UnusableInputException(
                    "--sampler",
                    "one of " + String.join(", ", samplers.keySet()),
                    "\"" + name + "\"",
                    "Did you mean `" + Spelling.nearest(name, samplers.keySet()) + "`?");
        }
        return sampler.get();
    }
}
