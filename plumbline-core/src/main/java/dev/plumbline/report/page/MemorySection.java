package dev.plumbline.report.page;

import dev.plumbline.debug.FirstStep;
import dev.plumbline.debug.MemoryEstimate;
import dev.plumbline.debug.MemoryEstimate.Item;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Markup;

/** What a training step takes, beside what there is. */
record MemorySection(Diagnosis diagnosis) implements Section {
    private static final int MOST = 8;

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public String title() {
        return "Memory";
    }

    @Override
    public boolean isKnown() {
        return diagnosis.knowledge().firstStep() != null;
    }

    @Override
    public void write(Markup html) {
        FirstStep step = diagnosis.knowledge().firstStep();
        if (step == null) {
            return;
        }
        MemoryEstimate memory = step.memory();
        String batch = "a batch of " + Numbers.count(memory.batchSize());
        String needs = "Training with " + batch + " takes about " + Numbers.bytes(memory.totalBytes());
        String there = Numbers.bytes(memory.availableBytes());
        String verdict = memory.fits() ? needs + " of " + there + ". " : needs + ", but only " + there + " are there. ";
        html.element("p", verdict + largest(memory.largestBatch()), "class", "lead");
        html.open("div", "class", "columns");
        long whole = Math.max(1, memory.totalBytes());
        html.open("div");
        Table parts = new Table(html, "What takes memory", "for", "#size", "share");
        part(parts, "activations", memory.activationBytes(), whole);
        part(parts, "data", memory.dataBytes(), whole);
        part(parts, "weights", memory.parameterBytes(), whole);
        part(parts, "gradients", memory.gradientBytes(), whole);
        part(parts, "optimizer", memory.optimizerBytes(), whole);
        parts.end();
        html.close();
        if (!memory.largest().isEmpty()) {
            html.open("div");
            Table items = new Table(html, "Largest values", "largest values", "layer", "#size");
            for (Item item :
                    memory.largest().subList(0, Math.min(MOST, memory.largest().size()))) {
                items.row(
                        Table.name(item.name()),
                        Table.cell(h -> {
                            Words.name(h, item.layer());
                            h.element("span", Words.cut(item.type(), 40), "class", "type");
                        }),
                        Numbers.bytes(item.bytes()));
            }
            items.end();
            html.close();
        }
        html.close();
    }

    private static void part(Table table, String name, long bytes, long whole) {
        table.row(name, Numbers.bytes(bytes), Table.cell(html -> Bars.share(html, bytes / (double) whole)));
    }

    private static String largest(long batch) {
        if (batch == 0) {
            return "No batch fits.";
        }
        return batch == Long.MAX_VALUE
                ? "Any batch fits."
                : "The largest batch that fits is " + Numbers.count(batch) + ".";
    }
}
