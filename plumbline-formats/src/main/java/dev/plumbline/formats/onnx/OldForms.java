package dev.plumbline.formats.onnx;

import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of forms that ONNX's operators had (Changelog.md of the ONNX specification), each with the opset that ended
 * it. A node is brought from form to form up to today's, the oldest first.
 */
final class OldForms {
    /** Holds at every opset: forms that Plumbline says otherwise than ONNX. */
    private static final int ALWAYS = Integer.MAX_VALUE;

    private record Row(int before, OldForm form) {}

    private final Map<String, List<Row>> rows = new HashMap<>();

    /**
     * @param batch the fixed batch size that the file was written for; 0 where it is free
     * @param torch whether PyTorch wrote the file
     */
    OldForms(int batch, boolean torch) {
        attributesThatBecameInputs();
        broadcasting();
        meanings();
        ownForms(batch, torch);
    }

    /** Whether an operator of that name is said by others. */
    boolean renames(String operator) {
        return operator.equals("Upsample") || operator.equals("Scatter");
    }

    /** Adds a node of a given opset, in today's form. */
    void add(Node node, int opset, Assembly assembly) {
        Node current = node;
        // a form may rename the operator; what the new name had to say at that opset holds too
        for (String operator = ""; !operator.equals(current.operator()); ) {
            operator = current.operator();
            for (Row row : rows.getOrDefault(operator, List.of())) {
                if (opset < row.before) {
                    Node later = row.form.later(current, assembly);
                    if (later == null) {
                        return;
                    }
                    current = later;
                }
            }
        }
        assembly.add(current);
    }

    private void row(String operator, int before, OldForm form) {
        rows.computeIfAbsent(operator, o -> new ArrayList<>()).add(new Row(before, form));
    }

    private void attributesThatBecameInputs() {
        row("Reshape", 5, AttributeInputs.wholes("shape", 1));
        row("Slice", 10, AttributeInputs.slice());
        row("Pad", 2, AttributeInputs.renamed("paddings", "pads"));
        row("Pad", 11, AttributeInputs.wholes("pads", 1));
        row("Pad", 11, AttributeInputs.real("value", 2));
        row("TopK", 10, AttributeInputs.wholes("k", 1));
        row("Clip", 11, AttributeInputs.real("min", 1));
        row("Clip", 11, AttributeInputs.real("max", 2));
        for (String operator : List.of("Squeeze", "Unsqueeze", "ReduceSum")) {
            row(operator, 13, AttributeInputs.wholes("axes", 1));
        }
        for (String operator : List.of(
                "ReduceMean",
                "ReduceMax",
                "ReduceMin",
                "ReduceProd",
                "ReduceL1",
                "ReduceL2",
                "ReduceLogSum",
                "ReduceLogSumExp",
                "ReduceSumSquare")) {
            row(operator, 18, AttributeInputs.wholes("axes", 1));
        }
        row("Split", 13, AttributeInputs.wholes("split", 1));
        row(
                "Split",
                18,
                (node, assembly) -> node.inputs().size() > 1
                        ? node
                        : AttributeInputs.with(
                                node,
                                node.attributes()
                                        .with("num_outputs", node.outputs().size())));
        row("DFT", 20, AttributeInputs.dftAxis());
    }

    private void broadcasting() {
        for (String operator :
                List.of("Add", "Sub", "Mul", "Div", "Pow", "And", "Or", "Xor", "Equal", "Greater", "Less")) {
            row(operator, 7, Broadcasting::byAxis);
        }
        row("PRelu", 7, Broadcasting::slope);
    }

    private void meanings() {
        for (String operator : List.of("Softmax", "LogSoftmax", "Hardmax")) {
            row(operator, 13, FlatSoftmax::later);
        }
        row(
                "Concat",
                4,
                (node, assembly) -> node.attributes().has("axis")
                        ? node
                        : AttributeInputs.with(node, node.attributes().with("axis", 1)));
        row("Upsample", 7, Resizing::upsampleByAttributes);
        row("Upsample", 9, AttributeInputs.reals("scales", 1));
        row("Upsample", ALWAYS, Resizing::upsample);
        row("Resize", 11, Resizing::withoutRegion);
        row("GridSample", 20, Resizing::gridSampleModes);
        row("RoiAlign", 16, Resizing::roiAlign);
        row("Scatter", ALWAYS, (node, assembly) -> AttributeInputs.as("ScatterElements", node));
        row("BatchNormalization", 9, NormalizationForms::spatial);
        row("GroupNormalization", 21, NormalizationForms::scaleByChannel);
        row("Cast", 6, CastNames::later);
    }

    private void ownForms(int batch, boolean torch) {
        row("Dropout", 12, NormalizationForms::dropoutByAttribute);
        row("Dropout", ALWAYS, NormalizationForms::dropout);
        row("BatchNormalization", ALWAYS, NormalizationForms::batchNorm);
        for (String operator : List.of("LSTM", "GRU", "RNN")) {
            row(operator, ALWAYS, RecurrentForms::withoutZeroStates);
        }
        if (torch) {
            row("BatchNormalization", ALWAYS, NormalizationForms::unbiased);
        }
        if (batch > 0) {
            row("Reshape", ALWAYS, (node, assembly) -> FixedBatch.reshape(node, assembly, batch));
            row("Expand", ALWAYS, FixedBatch::expand);
        }
    }
}
