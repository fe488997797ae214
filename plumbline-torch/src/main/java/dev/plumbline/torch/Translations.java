package dev.plumbline.torch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of operators: ONNX name to TorchScript. */
final class Translations {
    private final Map<String, Translation> byOperator = new HashMap<>();

    private Translations() {}

    /** Every operator that can be run; a new one is a new row. */
    static Translations standard() {
        Translations table = new Translations();
        table.functions();
        table.shapes();
        table.layers();
        return table;
    }

    private void functions() {
        row("Identity", n -> "torch.alias(" + n.in(0) + ")");
        row("Relu", n -> call("relu", n));
        row("LeakyRelu", n -> "torch.leaky_relu(" + n.in(0) + ", " + n.literal("alpha", 0.01) + ")");
        row("Elu", n -> "torch.elu(" + n.in(0) + ", " + n.literal("alpha", 1) + ")");
        row("Selu", n -> call("selu", n));
        row(
                "Gelu",
                n -> "torch.gelu(" + n.in(0) + ", approximate=\""
                        + n.attributes().text("approximate", "none") + "\")");
        row("Sigmoid", n -> call("sigmoid", n));
        row(
                "HardSigmoid",
                n -> "torch.clamp(torch.add(torch.mul(" + n.in(0) + ", " + n.literal("alpha", 0.2) + "), "
                        + n.literal("beta", 0.5) + "), 0., 1.)");
        row("Tanh", n -> call("tanh", n));
        row("Softplus", n -> call("softplus", n));
        row("Softmax", n -> "torch.softmax(" + n.in(0) + ", " + n.integer("axis", -1) + ")");
        row("LogSoftmax", n -> "torch.log_softmax(" + n.in(0) + ", " + n.integer("axis", -1) + ")");
        row("Exp", n -> call("exp", n));
        row("Log", n -> call("log", n));
        row("Sqrt", n -> call("sqrt", n));
        row("Neg", n -> call("neg", n));
        row("Abs", n -> call("abs", n));
        row("Add", n -> call("add", n));
        row("Sub", n -> call("sub", n));
        row("Mul", n -> call("mul", n));
        row("Div", n -> call("div", n));
    }

    private void shapes() {
        row("Flatten", Translations::flatten);
        row("Reshape", Translations::reshape);
        row("Transpose", Translations::transpose);
        row("Concat", n -> "torch.cat([" + String.join(", ", n.inputs()) + "], " + n.integer("axis", 1) + ")");
        row("ReduceMean", n -> reduce("mean", n));
        row("ReduceSum", n -> reduce("sum", n));
        row("ReduceMax", n -> reduce("amax", n));
        row("Gather", Translations::gather);
    }

    private void layers() {
        row("Gemm", Translations::gemm);
        row("MatMul", n -> call("matmul", n));
        row("Conv", WindowText::conv);
        row("MaxPool", WindowText::maxPool);
        row("AveragePool", WindowText::averagePool);
        row("GlobalAveragePool", n -> "torch.mean(" + n.in(0) + ", " + spatial(n) + ", True)");
        row("GlobalMaxPool", n -> "torch.amax(" + n.in(0) + ", " + spatial(n) + ", True)");
        row("BatchNormalization", Translations::batchNorm);
        row("Dropout", Translations::dropout);
        row("LSTM", LstmText::lstm);
    }

    private void row(String operator, Translation translation) {
        byOperator.put(operator, translation);
    }

    Set<String> operators() {
        return java.util.Collections.unmodifiableSet(byOperator.keySet());
    }

    /** @throws IllegalArgumentException naming the operator, if the table has no row for it */
    Translation get(String operator) {
        Translation translation = byOperator.get(operator);
        if (translation == null) {
            throw new IllegalArgumentException("operator " + operator + ": expected one that the engine can run, found "
                    + "none of that name. Add a row to Translations.");
        }
        return translation;
    }

    private static String call(String function, NodeText n) {
        return "torch." + function + "(" + String.join(", ", n.inputs()) + ")";
    }

    private static String spatial(NodeText n) {
        return java.util.stream.IntStream.range(2, n.shape(0).rank())
                .boxed()
                .toList()
                .toString();
    }

    private static String flatten(NodeText n) {
        int rank = n.shape(0).rank();
        int axis = n.integer("axis", 1);
        int split = axis < 0 ? axis + rank : axis;
        if (split == 1 && rank > 1) {
            return "torch.flatten(" + n.in(0) + ", 1)";
        }
        return "torch.reshape(" + n.in(0) + ", " + sizes(n.outputShape().toArray()) + ")";
    }

    /** With the batch's axis as -1, of which there is one at most. */
    private static String sizes(int[] shape) {
        return Arrays.toString(shape);
    }

    private static String reshape(NodeText n) {
        return "torch.reshape(" + n.in(0) + ", " + sizes(n.outputShape().toArray()) + ")";
    }

    private static String transpose(NodeText n) {
        int rank = n.shape(0).rank();
        String order = n.attributes()
                .integers("perm")
                .map(Object::toString)
                .orElseGet(() -> java.util.stream.IntStream.range(0, rank)
                        .mapToObj(i -> String.valueOf(rank - 1 - i))
                        .collect(Collectors.joining(", ", "[", "]")));
        return "torch.permute(" + n.in(0) + ", " + order + ")";
    }

    private static String reduce(String function, NodeText n) {
        String axes = n.has(1)
                ? Arrays.toString(n.constant(1))
                : java.util.stream.IntStream.range(0, n.shape(0).rank())
                        .boxed()
                        .toList()
                        .toString();
        String keep = n.integer("keepdims", 1) == 1 ? "True" : "False";
        return "torch." + function + "(" + n.in(0) + ", " + axes + ", " + keep + ")";
    }

    private static String gather(NodeText n) {
        int rank = n.shape(0).rank();
        int axis = n.integer("axis", 0) < 0 ? n.integer("axis", 0) + rank : n.integer("axis", 0);
        if (axis == 0 && rank == 2) {
            return "torch.embedding(" + n.in(0) + ", " + n.in(1) + ")";
        }
        String flat = n.let("torch.index_select(" + n.in(0) + ", " + axis + ", torch.reshape(" + n.in(1) + ", [-1]))");
        return "torch.reshape(" + flat + ", " + sizes(n.outputShape().toArray()) + ")";
    }

    private static String gemm(NodeText n) {
        double alpha = n.number("alpha", 1);
        double beta = n.number("beta", 1);
        boolean transA = n.integer("transA", 0) == 1;
        boolean transB = n.integer("transB", 0) == 1;
        boolean vector = !n.has(2) || n.shape(2).rank() == 1;
        if (alpha == 1 && beta == 1 && !transA && transB && vector) {
            return "torch.linear(" + n.in(0) + ", " + n.in(1) + ", " + n.in(2) + ")";
        }
        String a = transA ? "torch.t(" + n.in(0) + ")" : n.in(0);
        String b = transB ? "torch.t(" + n.in(1) + ")" : n.in(1);
        if (!n.has(2)) {
            return "torch.mul(torch.mm(" + a + ", " + b + "), " + ProgramText.literal(alpha) + ")";
        }
        return "torch.addmm(" + n.in(2) + ", " + a + ", " + b + ", beta=" + ProgramText.literal(beta) + ", alpha="
                + ProgramText.literal(alpha) + ")";
    }

    private static String batchNorm(NodeText n) {
        // ONNX's momentum is the share that is kept, libtorch's the share that is new
        String momentum = ProgramText.literal(1 - n.number("momentum", 0.9));
        return "torch.batch_norm(" + String.join(", ", n.inputs().subList(0, 5)) + ", "
                + (n.training() ? "True" : "False") + ", " + momentum + ", " + n.literal("epsilon", 1e-5) + ", False)";
    }

    /** With the step's own random numbers, so that nothing else in the process can disturb a seeded run. */
    private static String dropout(NodeText n) {
        double ratio = n.number("ratio", 0.5);
        if (!n.training() || ratio == 0) {
            return "torch.alias(" + n.in(0) + ")";
        }
        String keep = ProgramText.literal(1 - ratio);
        String mask =
                n.let("torch.bernoulli(torch.detach(" + n.in(0) + "), " + keep + ", generator=" + n.generator() + ")");
        return "torch.mul(" + n.in(0) + ", torch.div_(" + mask + ", " + keep + "))";
    }
}
