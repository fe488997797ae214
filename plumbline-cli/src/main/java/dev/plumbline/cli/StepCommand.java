package dev.plumbline.cli;

import dev.plumbline.UnusableInputException;
import dev.plumbline.cli.step.StepSession;
import dev.plumbline.torch.TorchDebugger;
import dev.plumbline.torch.TorchSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline step}: the debugger that goes through a network node by node. */
@Command(
        name = "step",
        description = {
            "Go through the network node by node, forward and backward: values, gradients, breakpoints, the first NaN.",
            "`help` inside lists the commands; docs/STEP.md shows a session."
        },
        mixinStandardHelpOptions = true)
final class StepCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PATH",
            description = "An experiment file, its folder, or a data file (.csv, .tsv, .npz).")
    @Nullable
    Path path;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = "Run the commands of a file, and print what a session would show; status 2 at a wrong one.")
    @Nullable
    Path script;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = WalkOptions.Threads.class,
            description = "Threads for one operation; the machine's cores by default.")
    @Nullable
    Integer threads;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        StepScript commands = script == null ? null : StepScript.read(script);
        Proposed proposed = Proposed.of(Subject.given(path));
        TorchSettings settings = threads == null
                ? TorchSettings.standard()
                : TorchSettings.standard().withThreads(threads);
        AtomicBoolean stop = new AtomicBoolean();
        try (TorchDebugger debugger =
                        TorchDebugger.open(proposed.data(), proposed.networks(), proposed.experiment(), settings);
                StepSession session = new StepSession(debugger, stop::get)) {
            session.greeting().forEach(out::println);
            out.flush();
            if (commands != null) {
                commands.run(session, out);
            } else if (System.console() != null) {
                new StepTerminal(session, stop).run();
            } else {
                Charset charset = Charset.forName(System.getProperty("native.encoding", StandardCharsets.UTF_8.name()));
                read(new BufferedReader(new InputStreamReader(System.in, charset)), session, out);
            }
        }
        return 0;
    }

    /** From a pipe: it reads like a session, and a wrong command does not end it. */
    private static void read(BufferedReader in, StepSession session, PrintWriter out) throws IOException {
        for (String line = in.readLine(); line != null && !session.ended(); line = in.readLine()) {
            out.println(StepSession.PROMPT + line);
            try {
                session.execute(line).forEach(out::println);
            } catch (UnusableInputException fault) {
                out.println("  " + fault.getMessage());
            }
            out.flush();
        }
    }
}
