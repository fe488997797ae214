package dev.plumbline.network.operator;

import java.util.List;

/** What transformers and their kin compute beside products. */
final class AttentionOperators {
    private AttentionOperators() {}

    static List<Operator> list() {
        return List.of(new Attention(), new LinearAttention(), new CausalConv(), new Unary("RotaryEmbedding"));
    }
}
