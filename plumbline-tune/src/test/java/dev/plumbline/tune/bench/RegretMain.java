package dev.plumbline.tune.bench;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.sampler.RandomSampler;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.sampler.WithoutRepeats;
import dev.plumbline.tune.sampler.auto.AutoSampler;
import dev.plumbline.tune.sampler.cma.CmaSampler;
import dev.plumbline.tune.sampler.gp.GpSampler;
import dev.plumbline.tune.sampler.nsga.NsgaSampler;
import dev.plumbline.tune.sampler.tpe.TpeSampler;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.Space;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Plumbline's side of {@code bench/tuning-regret}: reads {@code study SAMPLER SEED kind:name:values...}, then
 * {@code ask} (answers the values, separated by blanks) and {@code tell VALUE}, a line each.
 */
public final class RegretMain {
    private RegretMain() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Session session = new Session(new RandomSampler(), 0, Space.empty());
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "study" -> session = new Session(sampler(words[1]), Long.parseLong(words[2]), space(words));
                case "ask" -> out.println(session.ask());
                default -> session.tell(Double.parseDouble(words[1]));
            }
        }
    }

    private static Sampler sampler(String name) {
        return switch (name) {
            case "auto" -> new AutoSampler();
            case "gp" -> new GpSampler();
            case "cma" -> new CmaSampler();
            case "tpe" -> new TpeSampler();
            case "nsga" -> new NsgaSampler();
            case "random" -> new RandomSampler();
            default ->
                throw new IllegalArgumentException(
                        "the sampler auto, gp, tpe, cma, nsga or random is expected, but got " + name);
        };
    }

    private static Space space(String[] words) {
        Space space = Space.empty();
        for (int k = 3; k < words.length; k++) {
            String[] parts = words[k].split(":");
            space = switch (parts[0]) {
                case "float" ->
                    space.with(parts[1], FloatDomain.of(Double.parseDouble(parts[2]), Double.parseDouble(parts[3])));
                case "int" -> space.with(parts[1], IntDomain.of(Long.parseLong(parts[2]), Long.parseLong(parts[3])));
                default -> space.with(parts[1], CategoricalDomain.of((Object[]) parts[2].split(",")));
            };
        }
        return space;
    }

    private static final class Session {
        private final Sampler sampler;
        private final long seed;
        private final Space space;
        private final List<TrialRecord> finished = new ArrayList<>();
        private Map<String, Object> asked = Map.of();

        Session(Sampler sampler, long seed, Space space) {
            this.sampler = new WithoutRepeats(sampler);
            this.seed = seed;
            this.space = space;
        }

        String ask() {
            // as a study does it: no repeats, and a stream of its own for each trial
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + finished.size()).split();
            asked = sampler.suggest(History.minimizing(List.copyOf(finished)), space, random);
            return space.parameters().stream()
                    .map(parameter -> String.valueOf(asked.get(parameter.name())))
                    .collect(Collectors.joining(" "));
        }

        void tell(double value) {
            finished.add(TrialRecord.complete(finished.size(), asked, value));
        }
    }
}
