package dev.plumbline.cli.tune;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.network.Network;
import dev.plumbline.tune.space.ChoiceDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.FloatDomain;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * An experiment and what of it is tuned.
 *
 * @param proposed by the table of usual sensitivity, the diagnosis, and what the person set
 */
public record Tuned(Experiment experiment, Proposed proposed) {
    /**
     * Proposes what to tune.
     *
     * @param networks how an experiment becomes a network
     * @param report the diagnosis's, where there is one
     * @param least the least sensitivity of what is tuned
     */
    public static Tuned of(
            Experiment experiment,
            Function<Experiment, Network> networks,
            Path report,
            Sensitivity least,
            TuneSection section) {
        Proposed all = new KnobList(experiment, networks, Known.from(report)).propose();
        Proposed chosen = section.applyTo(all, least);
        if (chosen.knobs().isEmpty()) {
            throw new UnusableInputException(
                    "plumbline tune", "a setting to tune", "none that fits", "Take in more with --sensitivity low.");
        }
        return new Tuned(experiment, chosen);
    }

    /** Another experiment, or another space, is another study. */
    public String journalName() {
        CRC32 sum = new CRC32();
        sum.update((experiment.fingerprint() + proposed.space()).getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "tune-%08x.study", sum.getValue());
    }

    /**
     * The values that edits, as {@code plumbline apply} takes them, give the knobs; the others are left to the sampler.
     */
    public Map<String, Object> configuration(String edits) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        for (String edit : edits.strip().split("\\s+", -1)) {
            boolean known = false;
            for (Knob knob : proposed.knobs()) {
                Object value = value(knob, edit);
                if (value != null) {
                    configuration.put(knob.name(), value);
                    known = true;
                }
            }
            if (!known) {
                throw new UnusableInputException(
                        "--enqueue",
                        "edits of what is tuned, within its ranges ("
                                + String.join(
                                        ", ",
                                        proposed.knobs().stream()
                                                .map(Knob::name)
                                                .toList()) + ")",
                        "\"" + edit + "\"",
                        "Correct it, or widen the range in the section `tune` of the experiment file.");
            }
        }
        return configuration;
    }

    private static @org.jspecify.annotations.Nullable Object value(Knob knob, String edit) {
        Domain domain = knob.domain();
        if (domain instanceof FloatDomain) {
            String start = knob.name() + "=";
            try {
                double value = edit.startsWith(start) ? Double.parseDouble(edit.substring(start.length())) : Double.NaN;
                return domain.contains(value) ? value : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }
        for (Object choice : ChoiceDomain.of(domain)) {
            if (knob.edit().apply(choice).equals(edit)) {
                return choice;
            }
        }
        return null;
    }
}
