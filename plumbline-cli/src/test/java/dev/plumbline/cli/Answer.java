package dev.plumbline.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a command line, run in this process, gave.
 *
 * @param out what it said on standard output
 * @param err the same on standard error
 */
record Answer(int status, String out, String err) {
    static Answer to(String... arguments) {
        PrintStream screen = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int status = Main.run(arguments);
            System.out.flush();
            System.err.flush();
            return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(screen);
            System.setErr(errors);
        }
    }

    /** Lines of standard error. */
    List<String> complaints() {
        return err.lines().toList();
    }

    /** What it said, however it was broken into lines. */
    String words() {
        return out.replaceAll("\\s+", " ");
    }
}
