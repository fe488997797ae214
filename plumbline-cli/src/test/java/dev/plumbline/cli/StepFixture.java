package dev.plumbline.cli;

import dev.plumbline.UnusableInputException;
import dev.plumbline.cli.step.StepSession;
import dev.plumbline.torch.TorchDebugger;
import dev.plumbline.torch.TorchSettings;
import java.nio.file.Path;
import java.util.List;

/** A debugging session on an experiment, told and answering in text. */
record StepFixture(TorchDebugger debugger, StepSession session) implements AutoCloseable {
    /** Of an example of the repository. */
    static StepFixture example(String name) {
        return at(ExampleRuns.examples().resolve(name));
    }

    static StepFixture at(Path experiment) {
        Proposed proposed = Proposed.of(Subject.of(experiment));
        TorchDebugger debugger = TorchDebugger.open(
                proposed.data(), proposed.networks(), proposed.experiment(), TorchSettings.standard());
        return new StepFixture(debugger, new StepSession(debugger, () -> false));
    }

    /** What a line answers; a fault as the line that it costs. */
    String say(String line) {
        try {
            return String.join("\n", session.execute(line));
        } catch (UnusableInputException fault) {
            return "fault: " + fault.getMessage();
        }
    }

    List<String> lines(String line) {
        return session.execute(line);
    }

    @Override
    public void close() {
        session.close();
        debugger.close();
    }
}
