package dev.plumbline.report.page;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Schema;
import dev.plumbline.data.SplitName;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Markup;
import dev.plumbline.start.DataProfile;
import dev.plumbline.start.DataProfile.InputProfile;
import dev.plumbline.start.DataProfile.Overlap;
import dev.plumbline.start.DataProfile.SplitProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the data look like. */
record DataSection(Diagnosis diagnosis) implements Section {
    private static final int MOST_NOTES = 20;

    @Override
    public String id() {
        return "data";
    }

    @Override
    public String title() {
        return "The data";
    }

    @Override
    public boolean isKnown() {
        return diagnosis.knowledge().profile() != null;
    }

    @Override
    public void write(Markup html) {
        DataProfile profile = diagnosis.knowledge().profile();
        if (profile == null) {
            return;
        }
        Schema schema = profile.schema();
        html.open("p", "class", "lead")
                .text(Words.capital(schema.modality().label()) + " data for "
                        + profile.task().label() + "; the target is ");
        Words.name(html, schema.target());
        html.text(
                        schema.classNames().isEmpty()
                                ? "."
                                : " with " + classes(schema.classNames().size()) + ".")
                .close();
        splits(html, profile);
        overlaps(html, profile.overlaps());
        notes(html, diagnosis.knowledge().dataset());
        SplitProfile train = profile.splits().get(SplitName.TRAIN);
        if (train == null) {
            return;
        }
        if (!train.classCounts().isEmpty()) {
            new ClassBalance(schema.classNames(), train.classCounts()).write(html);
        } else {
            html.element("h3", "Target");
            Table table = new Table(html, "Target on train", "target", "#mean", "#std", "#min", "#max");
            table.row(
                    Table.name(schema.target()),
                    Numbers.of(train.target().mean()),
                    Numbers.of(train.target().deviation()),
                    Numbers.of(train.target().min()),
                    Numbers.of(train.target().max()));
            table.end();
        }
        for (InputProfile input : train.inputs()) {
            new FeatureTable(input).write(html);
        }
    }

    private static void splits(Markup html, DataProfile profile) {
        long all = profile.splits().values().stream()
                .mapToLong(SplitProfile::examples)
                .sum();
        Table table =
                new Table(html, "Splits", "split", "#examples", "share", "#duplicates", "#of them with another target");
        profile.splits()
                .forEach((name, split) -> table.row(
                        name.label(),
                        Numbers.count(split.examples()),
                        Table.cell(h -> Bars.share(h, split.examples() / (double) Math.max(1, all))),
                        Numbers.count(split.duplicates()),
                        Numbers.count(split.conflicts())));
        table.end();
    }

    private static void overlaps(Markup html, List<Overlap> overlaps) {
        List<Overlap> real = overlaps.stream().filter(o -> o.examples() > 0).toList();
        if (real.isEmpty()) {
            return;
        }
        html.element("h3", "Examples that stand in two splits");
        Table table = new Table(html, "Overlaps", "of", "stand in", "#examples", "#share");
        real.forEach(o ->
                table.row(o.in().label(), o.of().label(), Numbers.count(o.examples()), Numbers.percent(o.share())));
        table.end();
    }

    private static void notes(Markup html, @Nullable Dataset dataset) {
        if (dataset == null || dataset.notes().isEmpty()) {
            return;
        }
        html.element("h3", "What reading did");
        html.open("ul", "class", "notes");
        dataset.notes().stream().limit(MOST_NOTES).forEach(note -> {
            html.open("li");
            Words.name(html, note.subject());
            html.text(": " + Words.cut(note.text(), 400)).close();
        });
        html.close();
        Words.more(html, dataset.notes().size() - MOST_NOTES, "note", "");
    }

    private static String classes(int count) {
        return Numbers.count(count) + (count == 1 ? " class" : " classes");
    }
}
