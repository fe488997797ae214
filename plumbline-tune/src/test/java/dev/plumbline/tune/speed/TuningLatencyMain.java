package dev.plumbline.tune.speed;

import dev.plumbline.tune.Study;
import dev.plumbline.tune.Trial;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.sampler.gp.GpSampler;
import dev.plumbline.tune.sampler.tpe.TpeSampler;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.OrdinalDomain;
import dev.plumbline.tune.space.Space;
import java.util.Arrays;
import java.util.Locale;

/**
 * Milliseconds for one ask and tell with 7 mixed parameters, once a study has as many trials as asked for. Usage:
 * SAMPLER TRIALS MEASURED; prints the median.
 */
public final class TuningLatencyMain {
    private static final Space SPACE = Space.of("rate", FloatDomain.log(1e-5, 1e-1))
            .with("dropout", FloatDomain.of(0, 0.6))
            .with("decay", FloatDomain.log(1e-6, 1e-2))
            .with("units", IntDomain.log(16, 512))
            .with("layers", IntDomain.of(1, 6))
            .with("optimizer", CategoricalDomain.of("sgd", "adam", "rmsprop"))
            .with("batch", OrdinalDomain.of(16, 32, 64, 128, 256));

    private TuningLatencyMain() {}

    private static Sampler sampler(String name) {
        return switch (name) {
            case "tpe" -> new TpeSampler();
            case "gp" -> new GpSampler();
            default -> throw new IllegalArgumentException("tpe or gp is expected, but got " + name);
        };
    }

    private static double loss(Trial trial) {
        double rate = Math.log10(trial.getDouble("rate")) + 3;
        double decay = Math.log10(trial.getDouble("decay")) + 4;
        double units = Math.log(trial.getDouble("units")) - 5;
        double optimizer = trial.getString("optimizer").equals("adam") ? 0 : 0.3;
        return rate * rate
                + 0.2 * decay * decay
                + 0.3 * units * units
                + Math.abs(trial.getDouble("dropout") - 0.2)
                + 0.1 * Math.abs(trial.getInt("layers") - 3)
                + 0.1 * Math.abs(Math.log(trial.getDouble("batch")) - 4)
                + optimizer;
    }

    /** Prints the median. */
    public static void main(String[] arguments) {
        int before = Integer.parseInt(arguments[1]);
        int measured = Integer.parseInt(arguments[2]);
        // a study of the same kind first, since a program that tunes for hours runs compiled code
        run(arguments[0], 300, 100);
        double[] nanos = run(arguments[0], before, measured);
        Arrays.sort(nanos);
        System.out.println(String.format(Locale.ROOT, "%.4f", nanos[nanos.length / 2] / 1e6));
    }

    private static double[] run(String sampler, int before, int measured) {
        double[] nanos = new double[measured];
        try (Study study =
                Study.minimize().space(SPACE).sampler(sampler(sampler)).open()) {
            for (int i = 0; i < before + measured; i++) {
                long begin = System.nanoTime();
                Trial trial = study.ask();
                study.tell(trial, loss(trial));
                if (i >= before) {
                    nanos[i - before] = System.nanoTime() - begin;
                }
            }
        }
        return nanos;
    }
}
