package dev.plumbline.torch;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.operator.ElementTypes;
import java.util.ArrayList;
import java.util.List;

/** Attention: by libtorch's fused kernel where nothing but causality masks, else step by step as ONNX writes it. */
final class AttentionText {
    private static final int RAW = 0;
    private static final int CAPPED = 1;
    private static final int BIASED = 2;
    private static final int PROBABILITIES = 3;

    private AttentionText() {}

    static void rows(Translations table) {
        table.row("Attention", AttentionText::attention);
        table.row("RotaryEmbedding", RotaryText::rotary);
    }

    private static String attention(NodeText n) {
        boolean flat = n.shape(0).rank() == 3;
        String q = heads(n, 0, "q_num_heads");
        String k = heads(n, 1, "kv_num_heads");
        String v = heads(n, 2, "kv_num_heads");
        if (n.has(4)) {
            k = n.let("torch.cat([" + n.in(4) + ", " + k + "], 2)");
            v = n.let("torch.cat([" + n.in(5) + ", " + v + "], 2)");
        }
        n.gives(1, "torch.alias(" + k + ")");
        n.gives(2, "torch.alias(" + v + ")");
        int groups = count(n, 0, "q_num_heads") / count(n, 1, "kv_num_heads");
        if (groups > 1) {
            k = n.let("torch.repeat_interleave(" + k + ", " + groups + ", 1)");
            v = n.let("torch.repeat_interleave(" + v + ", " + groups + ", 1)");
        }
        String y = isPlain(n) ? fused(n, q, k, v) : written(n, q, k, v);
        return flat ? "torch.flatten(torch.transpose(" + y + ", 1, 2), 2)" : y;
    }

    /** An input as {@code (N, heads, steps, size)}. */
    private static String heads(NodeText n, int index, String attribute) {
        return n.shape(index).rank() == 4
                ? n.in(index)
                : n.let("torch.transpose(torch.unflatten(" + n.in(index) + ", 2, [" + n.integer(attribute, 1)
                        + ", -1]), 1, 2)");
    }

    private static int count(NodeText n, int index, String attribute) {
        return n.shape(index).rank() == 4 ? n.shape(index).get(1) : n.integer(attribute, 1);
    }

    private static boolean isPlain(NodeText n) {
        boolean masked = n.has(3) || n.has(4) || n.has(6) || hasWindow(n);
        return !masked
                && n.number("softcap", 0) == 0
                && !n.wants(3)
                && n.type(0).dtype() == DType.FLOAT32;
    }

    private static boolean hasWindow(NodeText n) {
        return n.integer("left_window_size", -1) >= 0 || n.integer("right_window_size", -1) >= 0;
    }

    private static double scale(NodeText n) {
        Shape q = n.shape(0);
        int size = q.rank() == 4 ? q.get(3) : q.get(2) / n.integer("q_num_heads", 1);
        return n.number("scale", 1 / Math.sqrt(size));
    }

    private static String fused(NodeText n, String q, String k, String v) {
        return "torch.scaled_dot_product_attention(" + q + ", " + k + ", " + v + ", None, 0., "
                + (n.integer("is_causal", 0) == 1 ? "True" : "False") + ", scale=" + Literals.real(scale(n)) + ")";
    }

    private static String written(NodeText n, String q, String k, String v) {
        // the root of the scale in the values' own precision, for both factors
        String root = n.let("torch.tensor(" + Literals.real(Math.sqrt(scale(n))) + ", dtype="
                + ScalarTypes.of(n.type(0).dtype()) + ")");
        String scores = n.let("torch.matmul(torch.mul(" + q + ", " + root + "), torch.mul(torch.transpose(" + k
                + ", 2, 3), " + root + "))");
        int mode = n.integer("qk_matmul_output_mode", RAW);
        show(n, mode == RAW, scores);
        double cap = n.number("softcap", 0);
        if (cap > 0) {
            String limit = Literals.real(cap);
            scores = n.let("torch.mul(torch.tanh(torch.div(" + scores + ", " + limit + ")), " + limit + ")");
        }
        show(n, mode == CAPPED, scores);
        List<String> biases = new AttentionBias(n, q, k).terms();
        for (String bias : biases) {
            scores = n.let("torch.add(" + scores + ", " + bias + ")");
        }
        show(n, mode == BIASED, scores);
        String shares = shares(n, scores, biases);
        show(n, mode == PROBABILITIES, shares);
        return "torch.matmul(" + shares + ", " + v + ")";
    }

    private static void show(NodeText n, boolean wanted, String value) {
        if (wanted) {
            n.gives(3, "torch.alias(" + value + ")");
        }
    }

    /** Softmax; a query that may look at nothing gets zeros, and no gradient. */
    private static String shares(NodeText n, String scores, List<String> biases) {
        DType own = n.type(0).dtype();
        DType precise =
                n.attributes().has("softmax_precision") ? ElementTypes.of(n.integer("softmax_precision", 1)) : own;
        List<String> blind = new ArrayList<>();
        if (!biases.isEmpty()) {
            String sum = biases.get(0);
            for (String bias : biases.subList(1, biases.size())) {
                sum = n.let("torch.add(" + sum + ", " + bias + ")");
            }
            blind.add(n.let("torch.isneginf(torch.amax(" + sum + ", [-1], True))"));
        }
        String seen = scores;
        for (String rows : blind) {
            seen = n.let("torch.masked_fill(" + seen + ", " + rows + ", 0.)");
        }
        String shares = n.let("torch.softmax(" + ScalarTypes.cast(seen, own, precise) + ", -1)");
        for (String rows : blind) {
            shares = n.let("torch.masked_fill(" + shares + ", " + rows + ", 0.)");
        }
        return precise == own ? shares : n.let(ScalarTypes.cast(shares, precise, own));
    }
}
