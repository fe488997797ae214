package dev.plumbline.torch;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Zeros that a node of their own puts around an image become the padding of the convolutions behind it, as Keras's
 * ZeroPadding layers in front of a strided convolution: the same numbers without a copy of the image.
 */
final class PadIntoConv {
    private static final Set<String> NO_PADDING = Set.of("NOTSET", "VALID", "");

    private final Network network;
    private final Map<String, Tensor> known;

    private PadIntoConv(Network network) {
        this.network = network;
        this.known = new ShapeInference(Operators.standard()).know(network).values();
    }

    static Network of(Network network) {
        return network.nodes().stream().anyMatch(n -> n.operator().equals("Pad"))
                ? new PadIntoConv(network).moved()
                : network;
    }

    private Network moved() {
        Map<String, Node> changed = new HashMap<>();
        List<Node> gone = new ArrayList<>();
        for (Node pad : network.nodes()) {
            Optional<List<Integer>> around = pad.operator().equals("Pad") ? zeros(pad) : Optional.empty();
            List<Node> readers = network.readers(pad.output());
            if (around.isPresent()
                    && !readers.isEmpty()
                    && readers.stream().allMatch(r -> takes(r, pad, around.get().size()))
                    && isReadByNodesOnly(pad.output())) {
                readers.forEach(r -> changed.put(r.name(), padded(r, pad, around.get())));
                gone.add(pad);
            }
        }
        return gone.isEmpty()
                ? network
                : network.withNodes(network.nodes().stream()
                        .filter(n -> !gone.contains(n))
                        .map(n -> changed.getOrDefault(n.name(), n))
                        .toList());
    }

    private boolean isReadByNodesOnly(String value) {
        return !network.outputs().contains(value)
                && network.penalties().stream().noneMatch(p -> p.value().equals(value));
    }

    /** The padding in a convolution's order where the node puts zeros around the axes behind the channels alone. */
    private Optional<List<Integer>> zeros(Node pad) {
        boolean constant = pad.attributes().text("mode", "constant").equals("constant");
        boolean allAxes = pad.inputs().size() < 4 || pad.inputs().get(3).isEmpty();
        if (!constant || !allAxes || !isZero(pad) || !(known.get(pad.inputs().get(1)) instanceof LongTensor pads)) {
            return Optional.empty();
        }
        int rank = pads.values().length / 2;
        List<Integer> around = new ArrayList<>();
        for (int i = 0; i < pads.values().length; i++) {
            long amount = pads.values()[i];
            boolean spatial = i % rank >= 2;
            if (amount < 0 || amount > Integer.MAX_VALUE || !spatial && amount != 0) {
                return Optional.empty();
            }
            if (spatial) {
                around.add((int) amount);
            }
        }
        return Optional.of(around);
    }

    private boolean isZero(Node pad) {
        if (pad.inputs().size() < 3 || pad.inputs().get(2).isEmpty()) {
            return true;
        }
        Tensor value = known.get(pad.inputs().get(2));
        return value instanceof FloatTensor floats && floats.values().length == 1 && floats.values()[0] == 0;
    }

    private static boolean takes(Node reader, Node pad, int amounts) {
        int own = reader.attributes().integers("pads").map(List::size).orElse(amounts);
        return reader.operator().equals("Conv")
                && reader.inputs().get(0).equals(pad.output())
                && reader.inputs().lastIndexOf(pad.output()) == 0
                && own == amounts
                && NO_PADDING.contains(reader.attributes().text("auto_pad", "NOTSET"));
    }

    private static Node padded(Node conv, Node pad, List<Integer> around) {
        List<Integer> own = conv.attributes().integers("pads").orElse(Collections.nCopies(around.size(), 0));
        List<Integer> sum = IntStream.range(0, around.size())
                .mapToObj(i -> around.get(i) + own.get(i))
                .toList();
        List<String> inputs = new ArrayList<>(conv.inputs());
        inputs.set(0, pad.inputs().get(0));
        return conv.withInputs(inputs)
                .withAttributes(conv.attributes().without("auto_pad").with("pads", sum));
    }
}
