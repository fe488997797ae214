package dev.plumbline.cli;

import dev.plumbline.UnusableInputException;
import dev.plumbline.cli.step.StepSession;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A debugging session on a terminal: history, completion with Tab, Ctrl-C for the prompt, Ctrl-D to end. */
final class StepTerminal {
    private final StepSession session;
    private final AtomicBoolean stop;

    /** @param stop set when the person wants the prompt back from a command that trains */
    StepTerminal(StepSession session, AtomicBoolean stop) {
        this.session = session;
        this.stop = stop;
    }

    void run() throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            terminal.handle(Terminal.Signal.INT, signal -> stop.set(true));
            // names hold slashes and colons: nothing is quoted or escaped
            DefaultParser parser = new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]);
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("plumbline")
                    .parser(parser)
                    .completer((line, words, candidates) -> complete(words, candidates))
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            while (!session.ended()) {
                try {
                    String line = reader.readLine(StepSession.PROMPT);
                    stop.set(false);
                    session.execute(line).forEach(terminal.writer()::println);
                } catch (UnusableInputException fault) {
                    terminal.writer().println("  " + fault.getMessage());
                } catch (UserInterruptException interrupted) {
                    continue; // the line is given up, not the session
                } catch (EndOfFileException end) {
                    return;
                }
                terminal.flush();
            }
        }
    }

    private void complete(ParsedLine words, List<Candidate> candidates) {
        session.completions(words.words().subList(0, words.wordIndex())).stream()
                .map(Candidate::new)
                .forEach(candidates::add);
    }
}
