package dev.plumbline.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Recurrent layers step by step, for the settings that libtorch has no kernel for. */
final class RecurrentLoop {
    private final RecurrentNode node;
    private final NodeText n;

    RecurrentLoop(RecurrentNode node) {
        this.node = node;
        this.n = node.text();
    }

    String write() {
        Optional<String> lengths = node.lengths();
        String x = node.stepsFirst();
        List<String> initial = new ArrayList<>();
        List<List<String>> last = new ArrayList<>();
        for (int i = 0; i < node.states(); i++) {
            initial.add(node.state(i));
            last.add(new ArrayList<>());
        }
        List<String> all = new ArrayList<>();
        for (int d = 0; d < node.directions(); d++) {
            String read = node.isBackward(d) ? node.reversed(x, lengths) : x;
            List<String> states = new ArrayList<>();
            for (String state : initial) {
                states.add(n.let("torch.select(" + state + ", 0, " + d + ")"));
            }
            String y = direction(new RecurrentCell(node, d), read, states, lengths);
            all.add(node.isBackward(d) ? node.reversed(y, lengths) : y);
            for (int i = 0; i < states.size(); i++) {
                last.get(i).add(states.get(i));
            }
        }
        node.givesStates(last.stream()
                .map(states -> n.let("torch.stack(" + states + ")"))
                .toList());
        return node.isBatchFirst()
                ? "torch.transpose(torch.stack(" + all + ", 2), 0, 1)"
                : "torch.stack(" + all + ", 1)";
    }

    /** All steps of one direction: its hidden states (steps, N, hidden); the states hold the last ones afterwards. */
    private String direction(RecurrentCell cell, String x, List<String> states, Optional<String> lengths) {
        String gates = cell.ofInputs(x);
        String kept = n.let("annotate(List[Tensor], [])");
        n.each("torch.size(" + x + ", 0)", step -> {
            List<String> next = cell.step(n.let("torch.select(" + gates + ", 0, " + step + ")"), states);
            String shown = next.get(0);
            if (lengths.isPresent()) {
                String alive = n.let("torch.unsqueeze(torch.gt(" + lengths.orElseThrow() + ", " + step + "), 1)");
                shown = n.let("torch.where(" + alive + ", " + shown + ", torch.zeros_like(" + shown + "))");
                List<String> moved = next;
                next = IntStream.range(0, states.size())
                        .mapToObj(i -> "torch.where(" + alive + ", " + moved.get(i) + ", " + states.get(i) + ")")
                        .toList();
            }
            for (int i = 0; i < states.size(); i++) {
                n.set(states.get(i), next.get(i));
            }
            n.let("torch.append(" + kept + ", " + shown + ")");
        });
        return n.let("torch.stack(" + kept + ")");
    }
}
