package dev.plumbline.formats.keras;

import dev.plumbline.data.DType;
import dev.plumbline.network.Attributes;
import java.util.List;

/** Layers that make a mask or look at one. */
final class MaskingLayers {
    private MaskingLayers() {}

    static void rows(KerasLayers table) {
        table.row("Masking", MaskingLayers::masking);
        table.get("GlobalAveragePooling1D")
                .ifPresent(unmasked ->
                        table.row("GlobalAveragePooling1D", (layer, call) -> average(layer, call, unmasked)));
    }

    /** A step all of whose features have the value does not count, and becomes 0. */
    private static List<KerasTensor> masking(LayerScope layer, Call call) {
        Expressions e = new Expressions(layer);
        String x = layer.only(call).value();
        String differs =
                e.node("Not", e.node("Equal", x, e.number(layer.config().number("mask_value", 0))));
        String any =
                e.node("ReduceMax", Attributes.none().with("keepdims", 1), e.cast(differs, DType.INT64), e.whole(-1));
        String counts = e.cast(any, DType.BOOL);
        return List.of(new KerasTensor(e.where(counts, x, e.number(0)), e.squeeze(counts, -1)));
    }

    /** The mean over the steps that count. */
    private static List<KerasTensor> average(LayerScope layer, Call call, KerasLayer unmasked) {
        String mask = RecurrentLayers.mask(call);
        if (mask == null) {
            return unmasked.call(layer, call);
        }
        Expressions e = new Expressions(layer);
        boolean channelsFirst = layer.config().channelsFirst();
        int steps = channelsFirst ? 2 : 1;
        boolean keep = layer.config().flag("keepdims", false);
        String counts = e.unsqueeze(e.cast(mask, DType.FLOAT32), channelsFirst ? 1 : 2);
        String total = e.sum(e.node("Mul", layer.only(call).value(), counts), steps, keep);
        return List.of(KerasTensor.of(e.node("Div", total, e.sum(counts, steps, keep))));
    }
}
