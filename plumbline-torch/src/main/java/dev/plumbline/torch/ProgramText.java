package dev.plumbline.torch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a program line by line and remembers which node each line is for. */
final class ProgramText {
    private static final String HEAD =
            "class Program(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n"
                    + "  def forward(self: __torch__.Program%s) -> List[Tensor]:\n";
    private static final int INDENT = 2;

    private final StringBuilder text = new StringBuilder();
    private final List<String> methods = new ArrayList<>();
    private final Map<Integer, String> nodes = new HashMap<>();
    private int number;
    private int depth = INDENT;
    private int names;
    private @Nullable String node;

    /** A program that takes these, each under its variable. */
    ProgramText(Arguments arguments) {
        String head = String.format(HEAD, arguments.signature());
        text.append(head);
        number = (int) head.lines().count();
        arguments.unpacking().forEach(this::line);
    }

    /** Adds lines at the current depth. */
    ProgramText line(String... lines) {
        for (String line : lines) {
            text.append(" ".repeat(INDENT * depth)).append(line).append('\n');
            number++;
            if (node != null) {
                nodes.put(number, node);
            }
        }
        return this;
    }

    /** Adds a line that opens a block, {@code while go:}, and what is in it. */
    ProgramText block(String head, Runnable body) {
        line(head);
        depth++;
        body.run();
        depth--;
        return this;
    }

    /** Lines that are written within are for the node. */
    void during(String writtenFor, Runnable body) {
        node = writtenFor;
        body.run();
        node = null;
    }

    /** A variable name that is still free. */
    String fresh() {
        return "t" + names++;
    }

    /** Assigns an expression to a new variable. @return its name */
    String let(String expression) {
        String name = fresh();
        line(name + " = " + expression);
        return name;
    }

    /** Adds a method beside forward: its lines, indented as they are to stand. */
    ProgramText method(String lines) {
        methods.add(lines);
        return this;
    }

    Program program() {
        return new Program(text + String.join("", methods), nodes);
    }

    /** A literal that TorchScript reads as a float. */
    static String literal(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a NaN cannot stand in a program");
        }
        double finite = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
        return Double.toString(finite);
    }

    /** {@code [a, b]}, typed, so that it may be empty. */
    static String tensors(List<String> variables) {
        return variables.isEmpty() ? "annotate(List[Tensor], [])" : "[" + String.join(", ", variables) + "]";
    }
}
