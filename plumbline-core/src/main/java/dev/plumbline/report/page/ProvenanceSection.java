package dev.plumbline.report.page;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Knowledge;
import dev.plumbline.lab.Machine;
import dev.plumbline.lab.Run.Provenance;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.Origin;
import dev.plumbline.report.chart.Markup;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What it takes to make the same report again. */
record ProvenanceSection(Diagnosis diagnosis) implements Section {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int MOST_YAML = 40_000;

    @Override
    public String id() {
        return "provenance";
    }

    @Override
    public String title() {
        return "To make it again";
    }

    @Override
    public boolean isKnown() {
        return true;
    }

    @Override
    public void write(Markup html) {
        Knowledge known = diagnosis.knowledge();
        html.open("dl", "class", "facts");
        fact(html, "When", WHEN.format(diagnosis.started()) + ", " + Numbers.time(diagnosis.time()));
        known.experiment().ifPresent(e -> {
            fact(html, "Experiment", e.fingerprint());
            fact(
                    html,
                    "Seeds",
                    "training " + e.training().seed() + ", data " + e.data().seed());
        });
        Origin.of(known).ifPresent(run -> made(html, run.provenance()));
        html.close();
        known.experiment().ifPresent(e -> yaml(html, e));
    }

    private static void made(Markup html, Provenance provenance) {
        Machine machine = provenance.machine();
        fact(html, "Data", provenance.dataDigest());
        fact(html, "Plumbline", provenance.plumbline());
        fact(
                html,
                "Engine",
                machine.engine() + " on " + machine.device() + ", " + Numbers.count(machine.threads(), "thread"));
        fact(html, "Memory", Numbers.bytes(machine.memoryBytes()));
    }

    private static void yaml(Markup html, Experiment experiment) {
        Path train = experiment.data().train().toAbsolutePath().getParent();
        String yaml = ExperimentFile.write(experiment, train == null ? Path.of("") : train);
        html.open("details").element("summary", "The experiment, every setting written out (YAML)");
        html.open("pre", "tabindex", "0")
                .element("code", Words.cut(yaml, MOST_YAML))
                .close()
                .close();
    }

    private static void fact(Markup html, String name, String value) {
        html.open("div")
                .element("dt", name)
                .element("dd", Words.cut(value, 120))
                .close();
    }
}
