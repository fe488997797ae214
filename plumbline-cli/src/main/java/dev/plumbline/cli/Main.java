package dev.plumbline.cli;

import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command's entry. Every fault ends as one line for a person and a status. */
@Command(
        name = "plumbline",
        description = "Finds out why a neural network does not learn, or not enough, and proves it.",
        subcommands = {
            RunCommand.class,
            StageCommands.Start.class,
            StageCommands.Check.class,
            StageCommands.Overfit.class,
            StageCommands.Compare.class,
            EvaluateCommand.class,
            StageCommands.Improve.class,
            ApplyCommand.class,
            ExplainCommand.class
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Start with: plumbline run examples/digits",
            "Exit status: 0 nothing wrong, 1 findings of severity error, 2 the input could not be used."
        })
public final class Main implements Runnable {
    /** The input could not be used. */
    static final int UNUSABLE = 2;

    /** A fault of Plumbline's own: EX_SOFTWARE of sysexits.h. */
    private static final int OWN_FAULT = 70;

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command line, and returns the status. */
    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::misused)
                .setExecutionExceptionHandler((fault, command, parsed) -> failed(fault, command.getErr()))
                .execute(arguments);
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    private static int misused(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        String message = String.valueOf(fault.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        command.getErr()
                .println("plumbline: " + message + ". Try `plumbline "
                        + (command.getParent() == null ? "" : command.getCommandName() + " ") + "--help`.");
        return UNUSABLE;
    }

    private static int failed(Exception fault, PrintWriter err) {
        if (fault instanceof UnusableInputException) {
            err.println("plumbline: " + fault.getMessage());
            return UNUSABLE;
        }
        if (fault instanceof UncheckedIOException || fault instanceof IOException) {
            err.println("plumbline: " + fault.getMessage());
            return UNUSABLE;
        }
        String where = keep(fault);
        err.println("plumbline: a fault of its own, not of your input: "
                + fault.getClass().getSimpleName() + ": "
                + String.valueOf(fault.getMessage()).lines().findFirst().orElse("") + where);
        return OWN_FAULT;
    }

    /** The stack trace goes to a file: it helps whoever mends it, and nobody else. */
    private static String keep(Exception fault) {
        try {
            Path file = Files.createTempFile("plumbline-fault", ".txt");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
                fault.printStackTrace(writer);
            }
            return ". Details for a bug report are in " + file + ".";
        } catch (IOException e) {
            return ". Details could not be written (" + e.getMessage() + ").";
        }
    }
}
