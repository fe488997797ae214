package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scaled dot-product attention of several heads over any axes (Vaswani et al., 2017): axes that are attended over
 * become one, all others stand before it, so that two batched products do the work.
 */
final class HeadAttention {
    /** What Keras puts where a score does not count. */
    private static final double NEVER = -1e9;

    private final LayerScope layer;
    private final Expressions e;
    private final List<Integer> axes;

    /** @param axes which are attended over, of the input */
    HeadAttention(LayerScope layer, List<Integer> axes) {
        this.layer = layer;
        this.e = new Expressions(layer);
        this.axes = axes;
    }

    /**
     * The outputs {@code (N, ..., heads, size)} and the scores {@code (N, ..., heads, queries ..., keys ...)}.
     *
     * @param mask which query may look at which key; null for all
     */
    List<String> attend(String query, String key, String value, @Nullable String mask, double scale, double dropout) {
        String q = e.node("Mul", front(query), e.number(scale));
        String k = front(key);
        String v = front(value);
        int rank = layer.rank(q);
        List<Integer> turned = count(rank);
        turned.set(rank - 2, rank - 1);
        turned.set(rank - 1, rank - 2);
        String scores = e.node("MatMul", q, layer.transpose(k, turned));
        if (mask != null) {
            String wide = mask;
            for (int more = layer.rank(mask); more < rank; more++) {
                wide = e.unsqueeze(wide, 1);
            }
            scores = e.where(wide, scores, e.number(NEVER));
        }
        String weights = e.softmax(scores, -1);
        String made = e.node("MatMul", e.dropout(weights, dropout), v);
        return List.of(back(made, layer.shape(query)), wide(weights, layer.shape(query), layer.shape(key)));
    }

    /**
     * {@code (N, ..., heads, size)} with the attended axes merged before the size: {@code (N, rest, heads, all, size)}.
     */
    private String front(String x) {
        Shape shape = layer.shape(x);
        String moved = layer.transpose(x, order(shape.rank()));
        if (axes.size() == 1) {
            return moved;
        }
        List<Integer> sizes = HeadProjection.open(layer.shape(moved));
        int first = shape.rank() - 1 - axes.size();
        List<Integer> merged = new ArrayList<>(sizes.subList(0, first));
        merged.add(sizes.subList(first, shape.rank() - 1).stream().reduce(1, (a, b) -> a * b));
        merged.add(sizes.get(shape.rank() - 1));
        return layer.reshape(moved, merged);
    }

    /** The inverse of {@link #front}, for values whose other sizes are those of {@code like}. */
    private String back(String x, Shape like) {
        List<Integer> order = order(like.rank());
        String parted = x;
        if (axes.size() > 1) {
            List<Integer> sizes = new ArrayList<>();
            order.subList(0, like.rank() - 1).forEach(axis -> sizes.add(like.get(axis)));
            sizes.replaceAll(size -> Shape.isBatched(size) ? -1 : size);
            sizes.add(layer.size(x, -1));
            parted = layer.reshape(x, sizes);
        }
        List<Integer> inverse = count(like.rank());
        for (int i = 0; i < order.size(); i++) {
            inverse.set(order.get(i), i);
        }
        return layer.transpose(parted, inverse);
    }

    /** Scores with every attended axis by itself. */
    private String wide(String scores, Shape query, Shape key) {
        if (axes.size() == 1) {
            return scores;
        }
        List<Integer> sizes = HeadProjection.open(layer.shape(scores));
        List<Integer> wide = new ArrayList<>(sizes.subList(0, sizes.size() - 2));
        axes.forEach(axis -> wide.add(query.get(axis)));
        axes.forEach(axis -> wide.add(key.get(axis)));
        return layer.reshape(scores, wide);
    }

    private List<Integer> order(int rank) {
        List<Integer> order = count(rank);
        order.removeAll(axes);
        order.remove(Integer.valueOf(rank - 1));
        order.addAll(axes);
        order.add(rank - 1);
        return order;
    }

    private static List<Integer> count(int rank) {
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            axes.add(i);
        }
        return axes;
    }
}
