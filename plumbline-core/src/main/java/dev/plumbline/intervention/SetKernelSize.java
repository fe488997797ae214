package dev.plumbline.intervention;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code kernel-size=5}: every convolution looks at so many pixels in either direction. Convolutions of 1 pixel stay,
 * which mix channels and look at nothing around; so does what a model file holds.
 */
public final class SetKernelSize implements InterventionKind {
    private static final String KEY = "kernel-size";
    /** More sees no more than a dense layer does, in any image that fits into memory here. */
    private static final int MOST = 64;

    /** @param size pixels in height and width, at least 1 */
    public static Intervention of(int size) {
        return new Intervention(
                "kernel-size=" + size,
                "Give every convolution kernels of " + size + " x " + size + ".",
                Set.of(),
                "A larger kernel sees more around a pixel, and has more weights to learn it with.",
                new Kernels(size)::apply);
    }

    private record Kernels(int size) implements SourceEdit {
        @Override
        public Map<String, Object> settings(String architecture, Settings all) {
            if (!all.has(KEY)) {
                throw SourceEdit.missing(architecture, KEY, "Use `lenet`, or write its layers out.");
            }
            return Map.of(KEY, size);
        }

        @Override
        public List<LayerSpec> layers(List<LayerSpec> layers) {
            List<LayerSpec> changed = new ArrayList<>();
            boolean any = false;
            for (LayerSpec layer : layers) {
                boolean looksAround = layer.type().equals("conv2d")
                        && !layer.settings().text(KEY).orElse("").equals("1");
                changed.add(looksAround ? LayerList.with(layer, KEY, size) : layer);
                any |= looksAround;
            }
            if (!any) {
                throw new UnusableInputException(
                        "model.layers",
                        "a conv2d layer with a kernel larger than 1",
                        "none",
                        "Kernels are a setting of convolutions only.");
            }
            return changed;
        }

        @Override
        public List<ModelEdit> graph() {
            throw new UnusableInputException(
                    "model",
                    "an architecture or written layers",
                    "a model file, whose kernels are kept",
                    "Change the kernels where the file was made.");
        }
    }

    @Override
    public String word() {
        return KEY;
    }

    @Override
    public String usage() {
        return "kernel-size=5";
    }

    @Override
    public Intervention parse(String value) {
        int size = Value.whole(this, 1, value);
        if (size > MOST) {
            throw Value.wrong(this, "at most " + MOST + " pixels", value);
        }
        return of(size);
    }
}
