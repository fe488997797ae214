package dev.plumbline.network.operator;

import dev.plumbline.experiment.Spelling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The operators that networks may use, by name. */
public final class Operators {
    private final Map<String, Operator> byName = new LinkedHashMap<>();

    private Operators(List<Operator> operators) {
        operators.forEach(operator -> byName.put(operator.name(), operator));
    }

    /** Every operator that Plumbline knows; a new one is added to the list of its family. */
    public static Operators standard() {
        return new Operators(Stream.of(
                        ProductOperators.list(),
                        LayerOperators.list(),
                        AttentionOperators.list(),
                        DetectionOperators.list(),
                        WindowOperators.list(),
                        SamplingOperators.list(),
                        NormalizationOperators.list(),
                        ActivationOperators.list(),
                        ArithmeticOperators.list(),
                        LogicOperators.list(),
                        ReductionOperators.list(),
                        ShapeOperators.list(),
                        IndexingOperators.list(),
                        GeneratorOperators.list())
                .flatMap(List::stream)
                .toList());
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
