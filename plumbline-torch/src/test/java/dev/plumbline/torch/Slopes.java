package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.network.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gradients, in training mode, of the sum of a network's squared outputs for its trained parameters. */
final class Slopes implements AutoCloseable {
    private final NDManager memory;
    private final Script script;
    private final List<NDArray> given;

    /** @param written the network as the program is to have it; parameters are those of the original */
    Slopes(Network original, Network written, FloatTensor x) {
        Libtorch libtorch = new Libtorch(TorchSettings.standard());
        libtorch.prepareThread();
        memory = libtorch.memory();
        ForwardText forward = ForwardText.training(written, Translations.standard());
        Wiring wiring = Wiring.of(original);
        Arguments arguments = new Arguments();
        Map<String, String> values = new HashMap<>(wiring.claim(arguments));
        values.put("x", arguments.add("x"));
        ProgramText text = new ProgramText(arguments);
        List<String> trained = new ArrayList<>();
        original.parameters().stream().filter(p -> p.trainable()).forEach(p -> {
            String variable = text.let("torch.requires_grad_(torch.detach(" + values.get(p.name()) + "))");
            values.put(p.name(), variable);
            trained.add(variable);
        });
        String output = forward.writeOutput(text, values);
        text.line(
                "loss = torch.sum(torch.mul(" + output + ", " + output + "))",
                "grads = torch.grad([loss], " + ProgramText.tensors(trained) + ")");
        List<String> results = new ArrayList<>();
        for (int i = 0; i < trained.size(); i++) {
            results.add("unchecked_cast(Tensor, grads[" + i + "])");
        }
        text.line("return " + ProgramText.tensors(results));
        script = Script.load(text.program());
        given = new ArrayList<>(new Weights(wiring, forward.layouts(), new Seeds(0), memory).arrays());
        given.add(Native.of(x, memory));
    }

    List<FloatTensor> gradients() {
        try (NDManager scope = memory.newSubManager()) {
            List<FloatTensor> read = new ArrayList<>();
            script.call(given, true, scope).forEach(array -> read.add((FloatTensor) Native.read(array)));
            return read;
        }
    }

    /** Calls without reading anything. @return nanoseconds */
    long time() {
        long start = System.nanoTime();
        try (NDManager scope = memory.newSubManager()) {
            script.call(given, true, scope);
        }
        return System.nanoTime() - start;
    }

    @Override
    public void close() {
        memory.close();
        script.close();
    }
}
