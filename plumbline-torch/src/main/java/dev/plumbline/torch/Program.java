package dev.plumbline.torch;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a TorchScript program and where each of its lines comes from. A program takes one list of tensors and
 * gives one.
 *
 * @param text the whole module, as {@link Archive} wraps it
 * @param nodes the network's node behind a line, counted from 1; lines of the program's own are missing
 */
record Program(String text, Map<Integer, String> nodes) {
    private static final Pattern PLACE = Pattern.compile("__torch__\\.py\", line (\\d+)");

    Program {
        nodes = Map.copyOf(nodes);
    }

    /** The node that libtorch's message speaks of. */
    Optional<String> nodeOf(String message) {
        Matcher matcher = PLACE.matcher(message);
        while (matcher.find()) {
            String node = nodes.get(Integer.parseInt(matcher.group(1)));
            if (node != null) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }
}
