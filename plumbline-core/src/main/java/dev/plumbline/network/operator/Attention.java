package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * Scaled dot product attention. Q, K, V {@code (N, heads, steps, size)}, or {@code (N, steps, heads size)} with the
 * attributes {@code q_num_heads} and {@code kv_num_heads}; optional mask, past keys and values, and number of steps
 * that count. Outputs Y, keys and values with the past, and the product of queries and keys.
 */
final class Attention implements Operator {
    @Override
    public String name() {
        return "Attention";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        boolean flat = inputs.shape(0).rank() == 3;
        Shape q = heads(inputs, 0, "q_num_heads");
        Shape k = heads(inputs, 1, "kv_num_heads");
        Shape v = heads(inputs, 2, "kv_num_heads");
        Sizes.same(q.get(3), k.get(3), q, k);
        Sizes.same(k.get(1), v.get(1), k, v);
        if (k.get(1) < 1 || q.get(1) % k.get(1) != 0) {
            throw new ShapeFault("query heads in equal groups, one for each of " + k.get(1), q.get(1) + " heads");
        }
        int total = inputs.has(4) ? Sizes.plus(inputs.shape(4, 4).get(2), k.get(2)) : k.get(2);
        Shape y = flat
                ? Shape.of(q.get(0), q.get(2), Sizes.times(q.get(1), v.get(3)))
                : Shape.of(q.get(0), q.get(1), q.get(2), v.get(3));
        return List.of(
                new ValueType(inputs.type(0).dtype(), y),
                new ValueType(inputs.type(1).dtype(), Sizes.with(k, 2, total)),
                new ValueType(inputs.type(2).dtype(), Sizes.with(v, 2, total)),
                new ValueType(inputs.type(0).dtype(), Shape.of(q.get(0), q.get(1), q.get(2), total)));
    }

    /** An input as {@code (N, heads, steps, size)}. */
    private static Shape heads(Inputs inputs, int index, String attribute) {
        Shape x = inputs.shape(index);
        if (x.rank() == 4) {
            return x;
        }
        int heads = inputs.attributes().integer(attribute, 0);
        if (x.rank() != 3 || heads < 1 || x.get(2) % heads != 0) {
            throw new ShapeFault("4 axes, or 3 and " + attribute + " that divides the last", x + " and " + heads);
        }
        return Shape.of(x.get(0), heads, x.get(1), x.get(2) / heads);
    }
}
