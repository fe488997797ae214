package dev.plumbline.cli;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Spelling;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

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
            TuneCommand.class,
            ApplyCommand.class,
            InspectCommand.class,
            StepCommand.class,
            ExportCommand.class,
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
                .setParameterExceptionHandler((fault, given) -> misused(fault))
                .registerConverter(Double.class, text -> number(text, Double::valueOf, "a number"))
                .registerConverter(Integer.class, text -> number(text, Integer::valueOf, "a whole number"))
                .setExecutionExceptionHandler((fault, command, parsed) -> failed(fault, command.getErr()))
                .execute(arguments);
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    private static int misused(ParameterException fault) {
        CommandLine command = fault.getCommandLine();
        String help = "`plumbline " + (command.getParent() == null ? "" : command.getCommandName() + " ") + "--help`.";
        String message = fault instanceof UnmatchedArgumentException unmatched
                ? unknown(command, unmatched)
                : String.valueOf(fault.getMessage()).replaceAll("\\s*\\R\\s*", " ") + ".";
        command.getErr().println("plumbline: " + message + " Try " + help);
        return UNUSABLE;
    }

    /** Names the nearest command or option. */
    private static String unknown(CommandLine command, UnmatchedArgumentException fault) {
        String word = fault.getUnmatched().get(0);
        if (fault.isUnknownOption()) {
            String nearest = Spelling.nearest(
                    word.replaceFirst("=.*", ""),
                    command.getCommandSpec().optionsMap().keySet());
            return "unknown option " + word + ". Did you mean `" + nearest + "`?";
        }
        Set<String> commands = command.getSubcommands().keySet();
        return commands.isEmpty()
                ? "expected nothing more, found \"" + word + "\"."
                : "expected one of " + String.join(", ", commands) + ", found \"" + word + "\". Did you mean `"
                        + Spelling.nearest(word, commands) + "`?";
    }

    private static <N> N number(String text, Function<String, N> read, String expected) {
        try {
            return read.apply(text.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected " + expected + ", found \"" + text + "\"");
        }
    }

    private static int failed(Exception fault, PrintWriter err) {
        if (fault instanceof UnusableInputException) {
            err.println("plumbline: " + fault.getMessage());
            return UNUSABLE;
        }
        if (fault instanceof UncheckedIOException unchecked) {
            err.println("plumbline: " + unchecked.getMessage());
            return UNUSABLE;
        }
        if (fault instanceof IOException) {
            // the file system's own messages are often the file's name alone
            err.println("plumbline: a file could not be read or written ("
                    + fault.getClass().getSimpleName().replace("Exception", "") + ": " + fault.getMessage()
                    + "). Mend its place or its permissions.");
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
