package dev.plumbline.torch;

import dev.plumbline.data.DType;
import java.util.List;
import java.util.stream.IntStream;

/** Values from nothing but numbers (constants, sizes, ranges, random numbers), and those that a batch leaves behind. */
final class GeneratorText {
    private GeneratorText() {}

    static void rows(Translations table) {
        table.row(
                "Constant", n -> Literals.tensor(n.outputValue(), n.outputType().dtype()));
        table.row("ConstantOfShape", GeneratorText::constantOfShape);
        table.row("Shape", GeneratorText::shape);
        table.row("Size", n -> "torch.tensor(torch.numel(" + n.in(0) + "), dtype=4)");
        table.row("Range", GeneratorText::range);
        table.row("EyeLike", GeneratorText::eyeLike);
        table.row("RandomNormal", n -> normal(n, sizes(n)));
        table.row("RandomNormalLike", n -> normal(n, n.sizes(0)));
        table.row("RandomUniform", n -> uniform(n, sizes(n)));
        table.row("RandomUniformLike", n -> uniform(n, n.sizes(0)));
        table.row(
                "Bernoulli",
                n -> n.back(
                        "torch.bernoulli(" + n.in(0) + generator(n) + ")",
                        n.type(0).dtype()));
        table.row("plumbline.Random", GeneratorText::inTraining);
        // a copy, since what a gradient is to be computed from may not be written to
        table.row("plumbline.Carried", n -> "torch.clone(" + rows(n, n.in(0), n.in(1)) + ")");
        table.row("plumbline.Carry", GeneratorText::carry);
        table.row(
                "Multinomial",
                n -> n.back(
                        "torch.multinomial(torch.softmax(" + n.in(0) + ", 1), " + n.integer("sample_size", 1) + ", True"
                                + generator(n) + ")",
                        DType.INT64));
    }

    private static String carry(NodeText n) {
        n.let("torch.copy_(" + rows(n, n.in(1), n.in(2)) + ", torch.detach(" + n.in(2) + "))");
        return n.in(0);
    }

    /** As many of a state's rows as there are examples. */
    private static String rows(NodeText n, String state, String examples) {
        return n.let("torch.slice(" + state + ", 0, 0, torch.size(" + examples + ", 0))");
    }

    private static String type(NodeText n) {
        return ", dtype=" + ScalarTypes.of(n.outputType().dtype());
    }

    private static String constantOfShape(NodeText n) {
        double value = n.attributes().tensor("value").map(v -> v.get(0)).orElse(0.0);
        return "torch.full(" + Literals.list(n.wholes(0)) + ", "
                + Literals.number(value, n.outputType().dtype()) + type(n) + ")";
    }

    private static String shape(NodeText n) {
        int rank = n.shape(0).rank();
        int start = Math.max(0, Math.min(rank, n.axis("start", 0, rank)));
        String sizes =
                Literals.list(IntStream.range(start, start + n.outputShape().get(0))
                        .mapToObj(axis -> n.size(0, axis))
                        .toList());
        return "torch.tensor(" + sizes + ", dtype=4)";
    }

    private static String range(NodeText n) {
        return "torch.arange(" + limit(n, 0) + ", " + limit(n, 1) + ", " + limit(n, 2) + type(n) + ")";
    }

    private static String limit(NodeText n, int index) {
        boolean real = n.type(index).dtype().isFloat();
        return n.known(index)
                .filter(known -> real)
                .map(known -> Literals.real(known.get(0)))
                .orElseGet(() -> real ? "float(" + n.in(index) + ")" : n.whole(index));
    }

    private static String eyeLike(NodeText n) {
        String rows = n.let("torch.unsqueeze(torch.arange(" + n.size(0, 0) + "), 1)");
        String columns = n.let("torch.arange(" + n.size(0, 1) + ")");
        return "torch.to(torch.eq(torch.sub(" + columns + ", " + rows + "), " + n.integer("k", 0) + "), "
                + ScalarTypes.of(n.outputType().dtype()) + ")";
    }

    private static String sizes(NodeText n) {
        return NodeText.sizes(n.outputShape());
    }

    /** The program's own random numbers, so that nothing else in the process can disturb a seeded run. */
    private static String generator(NodeText n) {
        return ", generator=" + n.generator();
    }

    private static String normal(NodeText n, String sizes) {
        return "torch.add(torch.mul(torch.randn(" + sizes + generator(n) + type(n) + "), " + n.literal("scale", 1)
                + "), " + n.literal("mean", 0) + ")";
    }

    /** Random numbers in training, a single one in evaluation. */
    private static String inTraining(NodeText n) {
        int rank = n.shape(0).rank();
        List<Integer> axes = n.attributes().integers("axes").orElse(List.of());
        String sizes = Literals.list(IntStream.range(0, rank)
                .mapToObj(axis -> axes.contains(axis) ? n.size(0, axis) : "1")
                .toList());
        if (!n.training()) {
            return "torch.full(" + sizes + ", " + n.literal("rest", 0) + ", dtype=6)";
        }
        String tail = sizes + generator(n) + ", dtype=6)";
        double a = n.number("a", 0);
        double b = n.number("b", 1);
        return switch (n.attributes().text("distribution", "uniform")) {
            case "normal" ->
                "torch.add(torch.mul(torch.randn(" + tail + ", " + Literals.real(b) + "), " + Literals.real(a) + ")";
            case "bernoulli" ->
                "torch.mul(torch.to(torch.lt(torch.rand(" + tail + ", " + Literals.real(a) + "), 6), "
                        + Literals.real(b) + ")";
            default ->
                "torch.add(torch.mul(torch.rand(" + tail + ", " + Literals.real(b - a) + "), " + Literals.real(a) + ")";
        };
    }

    private static String uniform(NodeText n, String sizes) {
        double low = n.number("low", 0);
        double width = n.number("high", 1) - low;
        return "torch.add(torch.mul(torch.rand(" + sizes + generator(n) + type(n) + "), " + Literals.real(width) + "), "
                + Literals.real(low) + ")";
    }
}
