package dev.plumbline.network.operator;

import dev.plumbline.experiment.Spelling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operators that networks may use, by name. */
public final class Operators {
    private final Map<String, Operator> byName = new LinkedHashMap<>();

    private Operators(List<Operator> operators) {
        operators.forEach(operator -> byName.put(operator.name(), operator));
    }

    /** Every operator that Plumbline knows; a new one is added to this list. */
    public static Operators standard() {
        return of(
                new Gemm(),
                new MatMul(),
                new Conv(),
                new Pool("MaxPool"),
                new Pool("AveragePool"),
                new GlobalPool("GlobalAveragePool"),
                new GlobalPool("GlobalMaxPool"),
                new Flatten(),
                new Reshape(),
                new Transpose(),
                new Concat(),
                new Gather(),
                new Lstm(),
                new BatchNormalization(),
                new Reduce("ReduceMean"),
                new Reduce("ReduceSum"),
                new Reduce("ReduceMax"),
                new Binary("Add"),
                new Binary("Sub"),
                new Binary("Mul"),
                new Binary("Div"),
                new Unary("Identity"),
                new Unary("Dropout"),
                new Unary("Relu"),
                new Unary("LeakyRelu"),
                new Unary("Elu"),
                new Unary("Selu"),
                new Unary("Gelu"),
                new Unary("Sigmoid"),
                new Unary("HardSigmoid"),
                new Unary("Tanh"),
                new Unary("Softplus"),
                new Unary("Softmax"),
                new Unary("LogSoftmax"),
                new Unary("Exp"),
                new Unary("Log"),
                new Unary("Sqrt"),
                new Unary("Neg"),
                new Unary("Abs"));
    }

    /** A registry of just these. */
    public static Operators of(Operator... operators) {
        return new Operators(Arrays.asList(operators));
    }

    /** The operator of the name. @throws ShapeFault naming the nearest, if there is none */
    public Operator get(String name) {
        Operator operator = byName.get(name);
        if (operator == null) {
            throw new ShapeFault(
                    "an operator that Plumbline knows (the nearest is " + Spelling.nearest(name, byName.keySet()) + ")",
                    name);
        }
        return operator;
    }

    /** All names. */
    public Set<String> names() {
        return java.util.Collections.unmodifiableSet(byName.keySet());
    }
}
