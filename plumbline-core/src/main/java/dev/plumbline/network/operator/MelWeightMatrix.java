package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * From frequencies to bands on the mel scale, {@code (length / 2 + 1, bands)}: inputs number of bands, length of the
 * transform, sample rate, lowest and highest frequency, all known beforehand.
 */
final class MelWeightMatrix implements Operator {
    private static final double BREAK = 700;
    private static final double FACTOR = 2595;

    @Override
    public String name() {
        return "MelWeightMatrix";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        int bands = (int) number(inputs, 0);
        int frequencies = (int) number(inputs, 1) / 2 + 1;
        DType dtype = ElementTypes.of(inputs, "output_datatype", DType.FLOAT32);
        return List.of(new ValueType(dtype, Shape.of(frequencies, bands)));
    }

    private static double number(Inputs inputs, int index) {
        return inputs.known(index)
                .map(value -> value.get(0))
                .orElseThrow(() -> new ShapeFault("a number known beforehand as input " + index, "none"));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        Shape shape = infer(inputs).get(0).shape();
        int bands = shape.get(1);
        double lowest = mel(number(inputs, 3));
        double step = (mel(number(inputs, 4)) - lowest) / (bands + 2);
        int[] edges = new int[bands + 2];
        for (int i = 0; i < edges.length; i++) {
            double frequency = BREAK * (Math.pow(10, (i * step + lowest) / FACTOR) - 1);
            edges[i] = (int) Math.floor((number(inputs, 1) + 1) * frequency / number(inputs, 2));
        }
        float[] values = new float[(int) shape.elements()];
        for (int band = 0; band < bands; band++) {
            int start = edges[band];
            int centre = edges[band + 1];
            int end = edges[band + 2];
            if (start == centre) {
                values[centre * bands + band] = 1;
            }
            for (int i = start; i <= centre && start < centre; i++) {
                values[i * bands + band] = (float) (i - start) / (centre - start);
            }
            for (int i = centre; i < end; i++) {
                values[i * bands + band] = (float) (end - i) / (end - centre);
            }
        }
        return Optional.of(new FloatTensor(values, shape));
    }

    private static double mel(double frequency) {
        return FACTOR * Math.log10(1 + frequency / BREAK);
    }
}
