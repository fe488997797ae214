package dev.plumbline.torch;

import org.jspecify.annotations.Nullable;

/** Libtorch could not go on. Becomes an outcome of the run. */
final class ScriptFault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String LAST = "RuntimeError: ";

    private final @Nullable String node;

    private ScriptFault(@Nullable String node, String text, Throwable cause) {
        super(text, cause);
        this.node = node;
    }

    static ScriptFault of(Program program, Exception cause) {
        String message = String.valueOf(cause.getMessage());
        return new ScriptFault(program.nodeOf(message).orElse(null), reason(message), cause);
    }

    /** The last line that says what is wrong, of a traceback of many. */
    private static String reason(String message) {
        int at = message.lastIndexOf(LAST);
        String tail = at >= 0 ? message.substring(at + LAST.length()) : message;
        return tail.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("libtorch gave no reason");
    }

    /** The node whose operator failed, where it is known. */
    @Nullable
    String node() {
        return node;
    }
}
