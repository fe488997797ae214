package dev.plumbline.network.layer;

import dev.plumbline.experiment.Settings;
import dev.plumbline.network.Attributes;
import java.util.List;

/** Kernel, strides and padding of layers that slide a window over images. */
final class Windows {
    private Windows() {}

    /** One number for both axes, or two. */
    static List<Integer> pair(Settings settings, String key, int byDefault) {
        List<Integer> given = settings.integers(key, 1);
        return switch (given.size()) {
            case 0 -> List.of(byDefault, byDefault);
            case 1 -> List.of(given.get(0), given.get(0));
            case 2 -> given;
            default -> throw settings.wrong(key, "one number, or two (height, width)", given);
        };
    }

    /**
     * {@code padding}: valid (none, the default), same (as much as keeps the size at stride 1), or a number of pixels.
     */
    static Attributes attributes(Settings settings, List<Integer> kernel, List<Integer> defaultStrides) {
        List<Integer> strides = settings.has("strides") ? pair(settings, "strides", 1) : defaultStrides;
        Attributes attributes = Attributes.none().with("kernel_shape", kernel).with("strides", strides);
        String padding = settings.text("padding").orElse("valid");
        if (padding.equals("valid")) {
            return attributes.with("pads", List.of(0, 0, 0, 0));
        }
        if (padding.equals("same")) {
            if (!strides.equals(List.of(1, 1))) {
                return attributes.with("auto_pad", "SAME_UPPER");
            }
            int height = kernel.get(0) - 1;
            int width = kernel.get(1) - 1;
            return attributes.with("pads", List.of(height / 2, width / 2, height - height / 2, width - width / 2));
        }
        if (settings.values().get("padding") instanceof Long) {
            int pixels = settings.integer("padding", 0);
            return attributes.with("pads", List.of(pixels, pixels, pixels, pixels));
        }
        throw settings.wrong("padding", "valid, same or a number of pixels", padding);
    }
}
