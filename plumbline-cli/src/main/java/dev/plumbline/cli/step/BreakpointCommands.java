package dev.plumbline.cli.step;

import java.util.ArrayList;
import java.util.List;

/** Commands that say where to stop. */
final class BreakpointCommands {
    private final Walker walker;

    BreakpointCommands(Walker walker) {
        this.walker = walker;
    }

    List<Command> list() {
        return List.of(
                Command.of(
                        "break br",
                        "break NODE | nan | shape NODE|any SHAPE | if NAME.max > 100",
                        "stop at a node, a NaN or infinity, an output's shape, or where a statistic meets a condition",
                        this::add,
                        this::places),
                Command.of("breaks", "breaks", "all breakpoints by number", this::all),
                Command.of(
                        "delete d",
                        "delete N",
                        "delete a breakpoint",
                        this::delete,
                        () -> walker.breakpoints().numbers()));
    }

    private List<String> places() {
        List<String> places = new ArrayList<>(List.of("nan", "shape", "if", "any", "grad"));
        places.addAll(walker.names().words());
        return places;
    }

    private List<String> add(String rest) {
        if (rest.isEmpty()) {
            throw WrongCommand.of(
                    "break", "a node, nan, shape or if", "nothing", "`help break` shows how; `breaks` lists them.");
        }
        Breakpoint breakpoint = breakpoint(rest);
        return List.of("  breakpoint " + walker.breakpoints().add(breakpoint) + ": " + breakpoint);
    }

    private Breakpoint breakpoint(String rest) {
        String[] words = rest.split("\\s+", 3);
        if (rest.equals("nan")) {
            return new Breakpoint.NotFinite();
        }
        if (words[0].equals("if") && words.length > 1) {
            return new Breakpoint.Where(
                    Condition.parse(rest.substring("if".length()).strip(), walker.names()));
        }
        if (words[0].equals("shape")) {
            if (words.length < 3) {
                throw WrongCommand.of(
                        "break shape",
                        "a node or any, and a shape",
                        "\"" + rest + "\"",
                        "Write break shape any (N, 10).");
            }
            return new Breakpoint.OfShape(
                    words[1].equals("any") ? null : node("break shape", words[1]), ShapePattern.parse(words[2]));
        }
        return new Breakpoint.AtNode(node("break", rest));
    }

    private String node(String command, String text) {
        return walker.node(walker.names().node(command, text)).name();
    }

    private List<String> all(String rest) {
        WrongCommand.none("breaks", rest);
        List<String> lines = walker.breakpoints().lines();
        return lines.isEmpty() ? List.of("  no breakpoints; `break` sets one") : lines;
    }

    private List<String> delete(String rest) {
        int number = WrongCommand.number("delete", rest, 0);
        if (!walker.breakpoints().delete(number)) {
            List<String> numbers = walker.breakpoints().numbers();
            throw WrongCommand.of(
                    "delete",
                    numbers.isEmpty() ? "a breakpoint, but there are none" : "one of " + String.join(", ", numbers),
                    rest.isEmpty() ? "nothing" : rest,
                    "`breaks` lists them.");
        }
        return List.of("  breakpoint " + number + " is gone");
    }
}
