package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * Attention by a state that each step writes to and reads from: query, key, value {@code (N, steps, heads size)},
 * optional past state, decay and beta. Outputs Y and the state {@code (N, heads, key size, value size)}.
 */
final class LinearAttention implements Operator {
    @Override
    public String name() {
        return "LinearAttention";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape q = inputs.shape(0, 3);
        Shape v = inputs.shape(2, 3);
        int queries = inputs.attributes().integer("q_num_heads", 0);
        int heads = inputs.attributes().integer("kv_num_heads", 0);
        if (heads < 1 || queries < heads || queries % heads != 0) {
            throw new ShapeFault("q_num_heads a multiple of kv_num_heads", queries + " and " + heads);
        }
        if (q.get(1) < 0) {
            throw new ShapeFault("a number of steps that is known beforehand", q.toString());
        }
        int size = v.get(2) / heads;
        Shape state = Shape.of(q.get(0), heads, q.get(2) / queries, size);
        return List.of(
                new ValueType(inputs.type(0).dtype(), Shape.of(q.get(0), q.get(1), queries * size)),
                new ValueType(inputs.type(inputs.has(3) ? 3 : 0).dtype(), state));
    }
}
