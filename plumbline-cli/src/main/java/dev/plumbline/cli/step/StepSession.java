package dev.plumbline.cli.step;

import dev.plumbline.torch.TorchDebugger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A debugging session: takes a line, gives lines; knows no terminal.
 *
 * <pre>{@code
 * try (StepSession session = new StepSession(debugger, () -> false)) {
 *     session.execute("break nan").forEach(System.out::println);
 * }
 * }</pre>
 */
public final class StepSession implements AutoCloseable {
    /** What stands before a command. */
    public static final String PROMPT = "step> ";

    private final Walker walker;
    private final List<Command> commands = new ArrayList<>();
    private boolean ended;

    /**
     * Begins before the first node, with the batch of step 0.
     *
     * @param stop asked between training steps: whether the person wants to have the prompt back
     */
    public StepSession(TorchDebugger debugger, BooleanSupplier stop) {
        this.walker = new Walker(debugger);
        commands.addAll(new MovingCommands(walker).list());
        commands.addAll(new LookingCommands(walker).list());
        commands.addAll(new BreakpointCommands(walker).list());
        commands.addAll(new TrainingCommands(walker, stop).list());
        commands.add(Command.of(
                "help h ?", "help [COMMAND]", "all commands, or how one is written", this::help, this::words));
        commands.add(Command.of("quit q exit", "quit", "end the session", this::quit));
    }

    /** What is opened, in two lines. */
    public List<String> greeting() {
        TorchDebugger debugger = walker.debugger();
        List<String> lines = new ArrayList<>();
        lines.add(debugger.experiment().name() + ": " + Figures.count(walker.size(), "node") + " in "
                + Figures.count(walker.network().layers().size(), "layer") + ", "
                + Figures.count(walker.network().trainableElements(), "number") + " to train; "
                + Figures.count(debugger.examples(), "example") + " of train, " + walker.rows().length
                + " a batch, " + Figures.count(debugger.stepsPerEpoch(), "step") + " an epoch");
        debugger.unfit().ifPresent(failure -> lines.add("It does not fit: " + failure.text()));
        lines.add("`run` goes to the loss, `nan` to the first NaN, `help` shows all commands.");
        return lines;
    }

    /**
     * Does what a line says; an empty one and one that begins with # say nothing.
     *
     * @return what is to be shown
     * @throws dev.plumbline.UnusableInputException in one line, where the line cannot be followed; the session goes on
     */
    public List<String> execute(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return List.of();
        }
        String[] words = text.split("\\s+", 2);
        return command(words[0]).action().apply(words.length < 2 ? "" : words[1].strip());
    }

    private Command command(String word) {
        return find(word).orElseThrow(() -> WrongCommand.unknown("command", "a command", word, words()));
    }

    private Optional<Command> find(String word) {
        return commands.stream()
                .filter(command -> command.names().contains(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private List<String> words() {
        return commands.stream().map(Command::name).toList();
    }

    private List<String> help(String rest) {
        if (!rest.isEmpty()) {
            Command command = command(rest);
            return List.of(
                    "  " + command.usage(),
                    "  " + command.help(),
                    "  also: "
                            + (command.names().size() == 1
                                    ? "no other name"
                                    : String.join(
                                            ", ",
                                            command.names()
                                                    .subList(1, command.names().size()))));
        }
        int width = commands.stream().mapToInt(c -> names(c).length()).max().orElse(0);
        return commands.stream()
                .map(c -> "  " + Rows.padded(names(c), width) + "  " + c.help())
                .toList();
    }

    private static String names(Command command) {
        return String.join(", ", command.names());
    }

    private List<String> quit(String rest) {
        WrongCommand.none("quit", rest);
        ended = true;
        return List.of();
    }

    /** Whether the person has quit. */
    public boolean ended() {
        return ended;
    }

    /**
     * What may stand next on a line.
     *
     * @param before the words before it
     */
    public List<String> completions(List<String> before) {
        if (before.isEmpty()) {
            return words();
        }
        return find(before.get(0)).map(command -> command.completions().get()).orElse(List.of());
    }

    @Override
    public void close() {
        walker.close();
    }
}
