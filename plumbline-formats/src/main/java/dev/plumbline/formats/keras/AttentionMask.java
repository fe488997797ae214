package dev.plumbline.formats.keras;

import dev.plumbline.data.DType;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which positions may look at which, {@code (N or 1, queries, keys)}: all conditions of an attention layer at once. */
final class AttentionMask {
    private final LayerScope layer;
    private final Expressions e;
    private final List<@Nullable String> conditions = new ArrayList<>();

    AttentionMask(LayerScope layer) {
        this.layer = layer;
        this.e = new Expressions(layer);
    }

    /** Keys that count, {@code (N, keys)}. */
    AttentionMask keys(@Nullable String mask) {
        conditions.add(mask == null ? null : e.unsqueeze(mask, 1));
        return this;
    }

    /** Queries that count, {@code (N, queries)}. */
    AttentionMask queries(@Nullable String mask) {
        conditions.add(mask == null ? null : e.unsqueeze(mask, 2));
        return this;
    }

    /** A mask as the call gives it. */
    AttentionMask given(@Nullable String mask) {
        conditions.add(mask == null ? null : layer.cast(mask, DType.BOOL));
        return this;
    }

    /** No query looks at what comes after it. */
    AttentionMask causal(int queries, int keys) {
        return fixed(queries, keys, (query, key) -> query >= key);
    }

    /** No query looks further than so many positions, itself counted. */
    AttentionMask window(int queries, int keys, int width) {
        return fixed(queries, keys, (query, key) -> Math.abs(query - key) < width);
    }

    private interface Rule {
        boolean allows(int query, int key);
    }

    private AttentionMask fixed(int queries, int keys, Rule rule) {
        long[] values = new long[queries * keys];
        for (int query = 0; query < queries; query++) {
            for (int key = 0; key < keys; key++) {
                values[query * keys + key] = rule.allows(query, key) ? 1 : 0;
            }
        }
        conditions.add(e.constant(new LongTensor(values, Shape.of(1, queries, keys)), DType.BOOL));
        return this;
    }

    /** All conditions; null where there are none. */
    @Nullable
    String all() {
        return Masks.all(e, conditions);
    }
}
