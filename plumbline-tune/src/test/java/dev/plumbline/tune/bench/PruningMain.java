package dev.plumbline.tune.bench;

import dev.plumbline.tune.Budget;
import dev.plumbline.tune.Study;
import dev.plumbline.tune.Trial;
import dev.plumbline.tune.TrialPruned;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.pruner.HyperbandPruner;
import dev.plumbline.tune.pruner.PatientPruner;
import dev.plumbline.tune.pruner.PercentilePruner;
import dev.plumbline.tune.pruner.Pruner;
import dev.plumbline.tune.pruner.SuccessiveHalvingPruner;
import dev.plumbline.tune.pruner.TrendPruner;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.Space;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Plumbline's side of {@code bench/tuning-pruning}: replays studies on recorded learning curves. Each line of standard
 * input is a study, {@code PRUNER CONFIGURATION CONFIGURATION ...}, the configurations in the order in which they are
 * tried; the answer is the number of epochs spent and the configuration of the best trial, -1 where there is none.
 */
public final class PruningMain {
    private PruningMain() {}

    public static void main(String[] arguments) throws IOException {
        Curve.Table table = Curve.Table.read(Path.of(arguments[0]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            int[] order = Stream.of(words).skip(1).mapToInt(Integer::parseInt).toArray();
            Replay replay = new Replay(table);
            int best = replay.run(pruner(words[0], table.curves().get(0).planned()), order);
            System.out.println(replay.epochs + " " + best);
        }
    }

    private static Pruner pruner(String name, int epochs) {
        return switch (name) {
            case "none" -> Pruner.none();
            case "default" -> TrendPruner.upTo(epochs);
            case "median" -> PercentilePruner.median();
            case "percentile-25" -> PercentilePruner.keeping(25);
            case "asha" -> SuccessiveHalvingPruner.standard();
            case "asha-pausing" -> SuccessiveHalvingPruner.standard().withPausing();
            case "hyperband" -> HyperbandPruner.upTo(epochs);
            case "patient-median" -> new PatientPruner(PercentilePruner.median(), Math.max(1, epochs / 10), 0);
            default -> throw new IllegalArgumentException("a pruner is expected, but got " + name);
        };
    }

    /** One study. */
    private static final class Replay {
        private final Curve.Table table;
        private long epochs;

        Replay(Curve.Table table) {
            this.table = table;
        }

        int run(Pruner pruner, int[] order) {
            Space space =
                    Space.of("configuration", IntDomain.of(0, table.curves().size() - 1));
            Study study = (table.maximize() ? Study.maximize() : Study.minimize())
                    .space(space)
                    .sampler(new InOrder(order))
                    .pruner(pruner)
                    .open();
            study.optimize(this::train, Budget.trials(Integer.MAX_VALUE));
            return study.best()
                    .map(TrialRecord::parameters)
                    .map(Replay::configuration)
                    .orElse(-1);
        }

        private static int configuration(Map<String, Object> parameters) {
            return ((Number) java.util.Objects.requireNonNull(parameters.get("configuration"))).intValue();
        }

        private double train(Trial trial) {
            Curve curve = table.curves().get(trial.getInt("configuration"));
            int last = curve.scores().size();
            for (int epoch = trial.lastStep() + 1; epoch <= last; epoch++) {
                epochs++;
                trial.report(epoch, curve.scores().get(epoch - 1));
                // at the last epoch there is nothing to be saved
                if (epoch < last && trial.shouldPrune()) {
                    throw new TrialPruned();
                }
            }
            return curve.validation();
        }
    }
}
