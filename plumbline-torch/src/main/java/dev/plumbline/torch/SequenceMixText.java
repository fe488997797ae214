package dev.plumbline.torch;

import dev.plumbline.data.DType;
import java.util.ArrayList;
import java.util.List;

/**
 * Operators that carry a state along a sequence: linear attention, written out step by step, and causal convolution.
 */
final class SequenceMixText {
    private SequenceMixText() {}

    static void rows(Translations table) {
        table.row("LinearAttention", SequenceMixText::linearAttention);
        table.row("CausalConvWithState", SequenceMixText::causalConv);
    }

    private static String linearAttention(NodeText n) {
        int queries = n.integer("q_num_heads", 1);
        int heads = n.integer("kv_num_heads", 1);
        int keySize = n.shape(0).get(2) / queries;
        int valueSize = n.shape(2).get(2) / heads;
        String rule = n.attributes().text("update_rule", "gated_delta");
        String q = heads(n, 0, queries);
        String k = heads(n, 1, heads);
        String v = heads(n, 2, heads);
        String decay = rule.startsWith("gated") ? n.let("torch.exp(" + heads(n, 4, heads) + ")") : "";
        String beta = rule.endsWith("delta") ? heads(n, 5, n.shape(5).get(2)) : "";
        String state = n.has(3)
                ? n.let(n.as(3, DType.FLOAT32))
                : n.let("torch.zeros([torch.size(" + q + ", 0), " + heads + ", " + keySize + ", " + valueSize
                        + "], dtype=6)");
        double scale = n.number("scale", 0) == 0 ? 1 / Math.sqrt(keySize) : n.number("scale", 0);
        List<String> outputs = new ArrayList<>();
        for (int t = 0; t < n.shape(0).get(1); t++) {
            String key = n.let("torch.unsqueeze(" + at(k, t) + ", 3)");
            String value = n.let("torch.unsqueeze(" + at(v, t) + ", 2)");
            if (!decay.isEmpty()) {
                state = n.let("torch.mul(" + state + ", torch.unsqueeze(" + at(decay, t) + ", 3))");
            }
            if (!beta.isEmpty()) {
                String held = n.let("torch.matmul(torch.transpose(" + key + ", 2, 3), " + state + ")");
                value = n.let(
                        "torch.mul(torch.unsqueeze(" + at(beta, t) + ", 3), torch.sub(" + value + ", " + held + "))");
            }
            state = n.let("torch.add(" + state + ", torch.mul(" + key + ", " + value + "))");
            String read = queries == heads
                    ? state
                    : n.let("torch.repeat_interleave(" + state + ", " + queries / heads + ", 1)");
            outputs.add(n.let("torch.flatten(torch.matmul(torch.unsqueeze(" + at(q, t) + ", 2), " + read + "), 1)"));
        }
        n.gives(
                1,
                ScalarTypes.cast(
                        "torch.alias(" + state + ")",
                        DType.FLOAT32,
                        n.type(n.has(3) ? 3 : 0).dtype()));
        return n.back(
                "torch.mul(torch.stack(" + ProgramText.tensors(outputs) + ", 1), " + Literals.real(scale) + ")",
                DType.FLOAT32);
    }

    /** {@code (N, steps, heads size)} as {@code (N, steps, heads, size)}, in float32. */
    private static String heads(NodeText n, int index, int heads) {
        return n.let("torch.unflatten(" + n.as(index, DType.FLOAT32) + ", 2, [" + heads + ", -1])");
    }

    private static String at(String sequence, int step) {
        return "torch.select(" + sequence + ", 1, " + step + ")";
    }

    private static String causalConv(NodeText n) {
        int channels = n.shape(1).get(0);
        int before = n.shape(1).get(2) - 1;
        String padded = n.has(3)
                ? n.let("torch.cat([" + n.in(3) + ", " + n.in(0) + "], 2)")
                : n.let("torch.constant_pad_nd(" + n.in(0) + ", [" + before + ", 0], 0.)");
        n.gives(
                1,
                "torch.slice(" + padded + ", 2, torch.sub(torch.size(" + padded + ", 2), " + before + "), torch.size("
                        + padded + ", 2))");
        String y = "torch.conv1d(" + padded + ", " + n.in(1) + ", " + n.in(2) + ", [1], [0], [1], " + channels + ")";
        return n.attributes().text("activation", "none").equals("none") ? y : "torch.silu(" + y + ")";
    }
}
