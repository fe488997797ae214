package dev.plumbline.torch;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A program that libtorch has read. May be called from several threads. */
final class Script {
    private final Program program;
    // never dropped while the script lives: the model's finalizer frees the block
    private final Model model;
    private final PtSymbolBlock block;

    private Script(Program program, Model model) {
        this.program = program;
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
    }

    /** @throws ScriptFault if libtorch does not take it */
    static Script load(Program program) {
        Model model = Model.newInstance("program", ai.djl.Device.cpu(), "PyTorch");
        try {
            model.load(new ByteArrayInputStream(Archive.of(program.text())));
            return new Script(program, model);
        } catch (EngineException | MalformedModelException | IOException e) {
            model.close();
            throw ScriptFault.of(program, e);
        }
    }

    /**
     * Runs it.
     *
     * @param arguments each named by {@link Arguments#mark} for its list; without a name it is only read
     * @param training whether gradients may be taken within
     * @param memory that the results belong to
     * @throws ScriptFault naming the node, if an operator fails
     */
    NDList call(List<NDArray> arguments, boolean training, NDManager memory) {
        NDList list = new NDList(arguments.size());
        List<NDArray> others = new ArrayList<>();
        String mark = Arguments.mark(Arguments.OTHERS);
        for (NDArray argument : arguments) {
            if (argument.getName() == null) {
                argument.setName(mark);
            }
            (argument.getName().equals(mark) ? others : list).add(argument);
        }
        list.addAll(others);
        try {
            // the switch of the call itself would do the same, but has libtorch print a warning
            JniUtils.setGradMode(training);
            NDList results = IValueUtils.forward(block, list, true);
            results.attach(memory);
            return results;
        } catch (EngineException | IllegalStateException e) {
            throw ScriptFault.of(program, e);
        } finally {
            JniUtils.setGradMode(true);
        }
    }

    /** Frees it now rather than when it is collected. */
    void close() {
        model.close();
    }
}
