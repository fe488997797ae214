package dev.plumbline.debug.cause.flow;

import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Asked;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A large part of each example never reaches the output: strides that jump over it, one step taken of a sequence. */
final class InputsUnread implements Cause {
    private static final Rule RULE = new Rule(
            "inputs-unread",
            Stage.OVERFIT,
            "A part of the input never reaches the output",
            "D3: wrong strides, slices and reshapes; Karpathy's recipe: which outputs depend on which inputs");
    /** A convolution that does not divide its input leaves out a border, of 8 x 8 pixels a quarter. */
    private static final double MUCH = 0.3;

    private static final int FEWEST = 8;
    private static final Set<String> RECURRENT = Set.of("LSTM", "GRU", "RNN", "Scan", "Loop");

    private final Asked<Optional<InputReach>> reach = new Asked<>(InputReach::of);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    @Override
    public List<Finding> look(Setup setup) {
        return reach
                .of(setup)
                .filter(seen -> isMuch(seen) && !isForgotten(setup, seen))
                .map(seen -> finding(setup, seen))
                .stream()
                .toList();
    }

    /** Where nothing at all is read another rule says so. */
    private static boolean isMuch(InputReach reach) {
        int asked = reach.asked().length;
        return asked >= FEWEST && reach.missing() < asked && reach.missing() >= MUCH * asked;
    }

    /** A recurrent network may forget first steps, in numbers too; that it does not see the last one is a fault. */
    private static boolean isForgotten(Setup setup, InputReach reach) {
        boolean recurrent = setup.network().nodes().stream().anyMatch(n -> RECURRENT.contains(n.operator()));
        return recurrent && reach.reached()[reach.reached().length - 1];
    }

    private static Finding finding(Setup setup, InputReach reach) {
        int first = IntStream.range(0, reach.asked().length)
                .filter(i -> !reach.reached()[i])
                .map(i -> reach.asked()[i])
                .findFirst()
                .orElseThrow();
        Optional<Node> jump = jump(setup);
        String subject = jump.map(n -> "layer " + n.layer() + ", node " + n.name())
                .orElse("input " + setup.network().inputs().keySet().iterator().next());
        String seen = String.format(
                Locale.ROOT,
                "%d of %d elements asked (%.0f %%) change nothing in the output whatever they are, such as the one at %s",
                reach.missing(),
                reach.asked().length,
                100.0 * reach.missing() / reach.asked().length,
                place(first, setup.dataset().train().inputs().get(0).shape().withoutFirst()));
        String remedy = jump.map(n -> "Strides of " + sizes(n, "strides") + " jump over what a kernel of "
                        + sizes(n, "kernel_shape") + " does not cover: make the strides smaller.")
                .orElse("Look at slices, strides, reshapes and pooling on the way from the input.");
        return Symptom.of(setup, RULE, subject, seen, "What the network does not read it cannot learn from.", remedy);
    }

    private static String place(int position, Shape shape) {
        StringBuilder text = new StringBuilder();
        int rest = position;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            text.insert(0, rest % shape.get(axis) + (text.isEmpty() ? "" : ", "));
            rest /= shape.get(axis);
        }
        return "(" + text + ")";
    }

    /** The first convolution or pooling whose strides are larger than its kernel. */
    private static Optional<Node> jump(Setup setup) {
        return setup.network().nodes().stream()
                .filter(n -> n.operator().matches("Conv|MaxPool|AveragePool"))
                .filter(n -> {
                    List<Integer> strides = sizes(n, "strides");
                    List<Integer> kernel = sizes(n, "kernel_shape");
                    return IntStream.range(0, Math.min(strides.size(), kernel.size()))
                            .anyMatch(i -> strides.get(i) > kernel.get(i));
                })
                .findFirst();
    }

    private static List<Integer> sizes(Node node, String attribute) {
        return node.attributes().integers(attribute).orElse(List.of());
    }

    /** None: which part of the input is to be read only a person knows. */
    @Override
    public List<String> edits(Setup setup) {
        return List.of();
    }
}
