package dev.plumbline.torch;

import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Node;
import dev.plumbline.torch.TransposesLast.Moved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an operator does on values whose transposes wait behind it. */
final class TransposeRules {
    private static final Set<String> ELEMENTWISE = Stream.of(
                    "Identity Relu PRelu LeakyRelu ThresholdedRelu Elu Celu Selu Gelu Sigmoid HardSigmoid Swish HardSwish",
                    "Mish Tanh Softplus Softsign Shrink Add Sub Mul Div Pow Max Min Sum Mean Floor Ceil Round Sqrt Abs",
                    "Neg Sign Reciprocal Exp Log Erf Sin Cos Clip Cast Dropout Where Not And Or Equal Less Greater",
                    "LessOrEqual GreaterOrEqual")
            .flatMap(line -> Stream.of(line.split(" ")))
            .collect(java.util.stream.Collectors.toUnmodifiableSet());

    /** How many values come first that stand for one value an element; the rest are settings. */
    private static final Map<String, Integer> VALUES = Map.of("Clip", 1, "Dropout", 1);

    private static final Set<String> REDUCTIONS = Set.of(
            "ReduceMean",
            "ReduceSum",
            "ReduceMax",
            "ReduceMin",
            "ReduceProd",
            "ReduceL1",
            "ReduceL2",
            "ReduceSumSquare",
            "ReduceLogSum",
            "ReduceLogSumExp");

    private static final Set<String> ALONG_AXIS = Set.of("Softmax", "LogSoftmax", "Concat", "Split");

    private final TransposesLast walk;

    TransposeRules(TransposesLast walk) {
        this.walk = walk;
    }

    /** @return whether the node could be moved before the transposes */
    boolean move(Node node) {
        if (ELEMENTWISE.contains(node.operator())) {
            return elementwise(node);
        }
        if (ALONG_AXIS.contains(node.operator())) {
            return alongAxis(node);
        }
        if (REDUCTIONS.contains(node.operator())) {
            return reduction(node);
        }
        return node.operator().equals("Pad") && pad(node);
    }

    /** The order in which the first of the moved inputs waits. */
    private Permutation permutation(Node node) {
        return node.inputs().stream()
                .map(walk.moved()::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .permutation();
    }

    private boolean elementwise(Node node) {
        Permutation permutation = permutation(node);
        int values = VALUES.getOrDefault(node.operator(), Integer.MAX_VALUE);
        if (walk.shape(node.output()).rank() != permutation.rank()) {
            return false;
        }
        List<Optional<String>> inputs = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            String input = node.inputs().get(i);
            inputs.add(
                    i < values && !input.isEmpty()
                            ? beside(input, permutation, node)
                            : Optional.of(input).filter(name -> !walk.moved().containsKey(name)));
        }
        if (inputs.stream().anyMatch(Optional::isEmpty)) {
            return false;
        }
        walk.add(node, inputs.stream().map(Optional::orElseThrow).toList(), node.attributes(), permutation);
        return true;
    }

    /** An input of an operator on each element, as it stands beside the sources; empty if it would cost too much. */
    private Optional<String> beside(String input, Permutation permutation, Node node) {
        Moved held = walk.moved().get(input);
        if (held != null) {
            return held.permutation().equals(permutation) ? Optional.of(held.source()) : Optional.empty();
        }
        Shape shape = walk.shape(input);
        int rank = permutation.rank();
        if (shape.isFixed() && shape.elements() == 1 && shape.rank() <= rank) {
            return Optional.of(shape.rank() == 0 ? input : walk.reshaped(input, List.of(1), node));
        }
        if (shape.isFixed() && walk.isParameter(input)) {
            return Optional.of(parameter(input, shape, permutation, node));
        }
        boolean broadcasts = shape.rank() == rank && shape.sizes().contains(1);
        return broadcasts ? Optional.of(walk.inSourceOrder(input, permutation, node)) : Optional.empty();
    }

    private String parameter(String input, Shape shape, Permutation permutation, Node node) {
        List<Integer> sizes = new ArrayList<>();
        IntStream.range(shape.rank(), permutation.rank()).forEach(i -> sizes.add(1));
        sizes.addAll(shape.sizes());
        if (sizes.stream().filter(size -> size != 1).count() <= 1) {
            return walk.reshaped(input, permutation.toSource(sizes), node);
        }
        String full = shape.rank() == permutation.rank() ? input : walk.reshaped(input, sizes, node);
        return walk.inSourceOrder(full, permutation, node);
    }

    private boolean alongAxis(Node node) {
        Permutation permutation = permutation(node);
        int byDefault = node.operator().equals("Split") ? 0 : node.operator().equals("Concat") ? 1 : -1;
        boolean parts = node.operator().equals("Split");
        List<String> inputs = new ArrayList<>();
        for (String input : node.inputs()) {
            Moved held = walk.moved().get(input);
            if (parts && held == null) {
                inputs.add(input);
            } else if (held != null && held.permutation().equals(permutation)) {
                inputs.add(held.source());
            } else {
                return false;
            }
        }
        int axis = permutation.axis(node.attributes().integer("axis", byDefault));
        walk.add(node, inputs, node.attributes().with("axis", axis), permutation);
        return true;
    }

    private boolean reduction(Node node) {
        Permutation permutation = permutation(node);
        Moved held = walk.moved().get(node.inputs().get(0));
        if (held == null
                || node.inputs().size() < 2
                || !(walk.known().get(node.inputs().get(1)) instanceof LongTensor axes)
                || axes.elements() == 0) {
            return false;
        }
        Set<Integer> reduced = new TreeSet<>();
        for (long axis : axes.values()) {
            reduced.add(permutation.axis(Math.toIntExact(axis)));
        }
        String places = walk.constant(
                node.output() + "/axes",
                reduced.stream().mapToLong(axis -> axis).toArray(),
                node);
        boolean keep = node.attributes().integer("keepdims", 1) == 1;
        walk.add(
                node,
                List.of(held.source(), places),
                node.attributes(),
                keep ? permutation : permutation.without(new HashSet<>(reduced)));
        return true;
    }

    /** With pads that are known, of all axes. */
    private boolean pad(Node node) {
        Permutation permutation = permutation(node);
        Moved held = walk.moved().get(node.inputs().get(0));
        boolean some = node.inputs().size() > 3 && !node.inputs().get(3).isEmpty();
        if (held == null || some || !(walk.known().get(node.inputs().get(1)) instanceof LongTensor pads)) {
            return false;
        }
        int rank = permutation.rank();
        List<Long> all = java.util.stream.LongStream.of(pads.values()).boxed().toList();
        List<Long> ordered = new ArrayList<>(permutation.toSource(all.subList(0, rank)));
        ordered.addAll(permutation.toSource(all.subList(rank, 2 * rank)));
        List<String> inputs = new ArrayList<>(node.inputs());
        inputs.set(0, held.source());
        inputs.set(
                1,
                walk.constant(
                        node.output() + "/pads",
                        ordered.stream().mapToLong(pad -> pad).toArray(),
                        node));
        walk.add(node, inputs, node.attributes(), permutation);
        return true;
    }
}
