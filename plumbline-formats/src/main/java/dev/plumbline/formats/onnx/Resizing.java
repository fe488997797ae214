package dev.plumbline.formats.onnx;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Node;
import java.util.List;
import java.util.Map;

/** Upsample, and Resize before it knew regions and ways to place pixels (opset 11). */
final class Resizing {
    private static final Map<String, String> GRID_MODES = Map.of("bilinear", "linear", "bicubic", "cubic");

    private Resizing() {}

    /** The first form, with one factor for heights and one for widths. */
    static Node upsampleByAttributes(Node node, Assembly assembly) {
        Attributes attributes = node.attributes();
        if (!attributes.has("height_scale") || !attributes.has("width_scale")) {
            return node;
        }
        List<Double> scales =
                List.of(1.0, 1.0, attributes.number("height_scale", 1), attributes.number("width_scale", 1));
        return AttributeInputs.with(
                node, attributes.without("height_scale").without("width_scale").withAny("scales", scales));
    }

    static Node upsample(Node node, Assembly assembly) {
        Node resize = AttributeInputs.as("Resize", node);
        return node.inputs().size() == 2 ? withoutRegion(resize, assembly) : resize;
    }

    /** Inputs were X and scales; pixels were placed from the corner (as ONNX Runtime reads opset 10). */
    static Node withoutRegion(Node node, Assembly assembly) {
        if (node.inputs().size() != 2) {
            // an Upsample that is one of today already
            return node;
        }
        String scales = node.inputs().get(1);
        boolean shrinks = assembly.known(scales).map(Resizing::anyBelowOne).orElse(false);
        Attributes attributes = node.attributes()
                .with("coordinate_transformation_mode", "asymmetric")
                .with("nearest_mode", shrinks ? "ceil" : "floor");
        String mode = attributes.text("mode", "nearest");
        return AttributeInputs.with(
                node.withInputs(List.of(node.inputs().get(0), "", scales)),
                attributes.with("mode", mode.equals("bilinear") ? "linear" : mode));
    }

    private static boolean anyBelowOne(Tensor scales) {
        for (int i = 0; i < scales.elements(); i++) {
            if (scales instanceof FloatTensor && scales.get(i) < 1) {
                return true;
            }
        }
        return false;
    }

    static Node gridSampleModes(Node node, Assembly assembly) {
        String mode = node.attributes().text("mode", "linear");
        return AttributeInputs.with(node, node.attributes().with("mode", GRID_MODES.getOrDefault(mode, mode)));
    }

    /** The default placed pixels half a pixel off until opset 16. */
    static Node roiAlign(Node node, Assembly assembly) {
        return AttributeInputs.with(
                node, node.attributes().with("coordinate_transformation_mode", "output_half_pixel"));
    }
}
