package dev.plumbline.torch;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * What is added to attention's scores before the softmax: the mask, and minus infinity for keys that a query may not
 * look at, because they come later, are out of its window or are padding. Each term broadcasts to {@code (N, heads,
 * queries, keys)}.
 */
record AttentionBias(NodeText n, String q, String k) {
    private static final String NEVER = "torch.neg(inf)";

    List<String> terms() {
        List<String> terms = new ArrayList<>();
        String queries = n.let("torch.size(" + q + ", 2)");
        String keys = n.let("torch.size(" + k + ", 2)");
        if (n.has(3)) {
            terms.add(mask(keys));
        }
        int left = n.integer("left_window_size", -1);
        int right = n.integer("right_window_size", -1);
        boolean causal = n.integer("is_causal", 0) == 1;
        if (causal || left >= 0 || right >= 0) {
            String later = n.let("torch.sub(torch.unsqueeze(torch.arange(" + keys + "), 0), "
                    + "torch.unsqueeze(torch.arange(" + queries + "), 1))");
            // how far a key is behind the query's own place
            String ahead = n.let("torch.sub(" + later + ", " + offset(queries) + ")");
            if (causal) {
                terms.add(never("torch.gt(" + ahead + ", 0)"));
            }
            if (left >= 0) {
                terms.add(never("torch.lt(" + ahead + ", " + -left + ")"));
            }
            if (right >= 0) {
                terms.add(never("torch.gt(" + ahead + ", " + right + ")"));
            }
        }
        if (n.has(6)) {
            terms.add(never("torch.ge(torch.arange(" + keys + "), " + valid() + ")"));
        }
        return terms;
    }

    private String valid() {
        return "torch.reshape(" + n.in(6) + ", [-1, 1, 1, 1])";
    }

    /** How many keys come before the first query. */
    private String offset(String queries) {
        if (n.has(4)) {
            return "torch.size(" + n.in(4) + ", 2)";
        }
        return n.has(6) ? "torch.sub(" + valid() + ", " + queries + ")" : "0";
    }

    /** Minus infinity where a condition holds, zero elsewhere. */
    private String never(String condition) {
        String where = n.let(condition);
        return n.let("torch.masked_fill(torch.zeros_like(" + where + ", dtype="
                + ScalarTypes.of(n.type(0).dtype()) + "), " + where + ", " + NEVER + ")");
    }

    /** The mask that is given; keys that it does not reach are masked. */
    private String mask(String keys) {
        boolean truths = n.type(3).dtype() == DType.BOOL;
        String bias = truths ? never("torch.logical_not(" + n.in(3) + ")") : n.in(3);
        Shape shape = n.shape(3);
        boolean whole =
                shape.get(-1) == n.shape(1).get(-2) && !n.has(4) && n.shape(1).rank() == 4;
        return whole
                ? bias
                : n.let("torch.constant_pad_nd(" + bias + ", [0, torch.sub(" + keys + ", torch.size(" + bias
                        + ", -1))], " + NEVER + ")");
    }
}
