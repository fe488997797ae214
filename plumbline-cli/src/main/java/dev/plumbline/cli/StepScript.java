package dev.plumbline.cli;

import dev.plumbline.UnusableInputException;
import dev.plumbline.cli.step.StepSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of a debugging session's commands. */
record StepScript(Path file, List<String> lines) {
    /** @throws UnusableInputException if it cannot be read */
    static StepScript read(Path file) {
        try {
            return new StepScript(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw UnusableInputException.because(
                    file + ": the script could not be read. Name a text file of commands with --script.", e);
        }
    }

    /**
     * Runs it to its end or to `quit`, and prints each command behind the prompt with its answer.
     *
     * @throws UnusableInputException naming the line, at the first command that cannot be followed
     */
    void run(StepSession session, PrintWriter out) {
        for (int i = 0; i < lines.size() && !session.ended(); i++) {
            out.println((StepSession.PROMPT + lines.get(i)).stripTrailing());
            try {
                session.execute(lines.get(i)).forEach(out::println);
            } catch (UnusableInputException fault) {
                out.flush();
                throw UnusableInputException.because(file + ", line " + (i + 1) + ": " + fault.getMessage(), fault);
            }
        }
        out.flush();
    }
}
