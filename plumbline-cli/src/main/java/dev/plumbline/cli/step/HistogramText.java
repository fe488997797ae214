package dev.plumbline.cli.step;

import dev.plumbline.data.Tensor;
import dev.plumbline.lab.Statistics;
import java.util.ArrayList;
import java.util.List;

/** How often a tensor's values fall between bounds of equal distance, as bars of text. */
final class HistogramText {
    private static final int LONGEST = 40;

    private HistogramText() {}

    /** @param bins how many; one where all values are equal */
    static List<String> of(Tensor tensor, int bins) {
        Statistics statistics = Statistics.of(tensor);
        List<String> lines = new ArrayList<>();
        if (Double.isFinite(statistics.min())) {
            double low = statistics.min();
            double high = statistics.max();
            int count = low == high ? 1 : bins;
            long[] counts = counts(tensor, low, high, count);
            long most = 1;
            for (long each : counts) {
                most = Math.max(most, each);
            }
            String[] bounds = new String[count + 1];
            int width = 0;
            for (int i = 0; i <= count; i++) {
                bounds[i] = Figures.of(i == count ? high : low + (high - low) * i / count);
                width = Math.max(width, bounds[i].length());
            }
            for (int i = 0; i < count; i++) {
                int length = (int) Math.ceil((double) LONGEST * counts[i] / most);
                String bar = "#".repeat(length) + (length == 0 ? "" : " ");
                lines.add(
                        "  " + right(bounds[i], width) + " to " + right(bounds[i + 1], width) + "  " + bar + counts[i]);
            }
        }
        if (!statistics.isFinite()) {
            lines.add("  " + Figures.notFinite(statistics, tensor.shape()));
        }
        return lines;
    }

    private static long[] counts(Tensor tensor, double low, double high, int bins) {
        long[] counts = new long[bins];
        for (int i = 0; i < tensor.elements(); i++) {
            double value = tensor.get(i);
            if (Double.isFinite(value)) {
                counts[low == high ? 0 : (int) Math.min(bins - 1, Math.floor((value - low) / (high - low) * bins))]++;
            }
        }
        return counts;
    }

    private static String right(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
