package dev.plumbline.torch;

import dev.plumbline.data.DType;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.operator.BatchCount;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Java's values as TorchScript reads them. */
final class Literals {
    private Literals() {}

    /** A real number; infinities and NaN by the names that serialized TorchScript has for them. */
    static String real(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        return Double.isInfinite(value) ? (value > 0 ? "inf" : "torch.neg(inf)") : Double.toString(value);
    }

    /** A number of the element type. */
    static String number(double value, DType dtype) {
        return switch (dtype.kind()) {
            case BOOLEAN -> value != 0 ? "True" : "False";
            case INTEGER -> String.valueOf((long) value);
            default -> real(value);
        };
    }

    /** A whole number that may be a multiple of the batch. */
    static String whole(long value) {
        return BatchCount.is(value) ? NodeText.size(BatchCount.toSize(value)) : String.valueOf(value);
    }

    /** Whole numbers, typed, so that there may be none. */
    static String wholes(long... values) {
        return list(LongStream.of(values).mapToObj(Literals::whole).toList());
    }

    /** Whole numbers, typed, so that there may be none. */
    static String wholes(List<Integer> values) {
        return list(values.stream().map(String::valueOf).toList());
    }

    /** Expressions of whole numbers as a list. */
    static String list(List<String> expressions) {
        return expressions.isEmpty() ? "annotate(List[int], [])" : "[" + String.join(", ", expressions) + "]";
    }

    /** A tensor of the element type. */
    static String tensor(Tensor tensor, DType dtype) {
        int type = ScalarTypes.of(dtype);
        if (tensor.elements() == 0) {
            return "torch.zeros(" + wholes(tensor.shape().sizes()) + ", dtype=" + type + ")";
        }
        String flat = tensor instanceof LongTensor whole
                ? wholes(whole.values())
                : IntStream.range(0, tensor.elements())
                        .mapToObj(i -> real(tensor.get(i)))
                        .collect(Collectors.joining(", ", "[", "]"));
        String row = "torch.to(torch.tensor(" + flat + (tensor instanceof LongTensor ? "" : ", dtype=7") + "), " + type
                + ")";
        return tensor.shape().rank() == 1
                ? row
                : "torch.reshape(" + row + ", " + wholes(tensor.shape().sizes()) + ")";
    }
}
