package dev.plumbline.report;

/**
 * What a terminal can show. Text that is styled by it is cleaned too: no control characters of a data set's names reach
 * the terminal.
 *
 * @param colour whether to write ANSI colours; the caller honours NO_COLOR and whether it is a terminal at all
 * @param unicode whether to write more than ASCII
 */
public record Ink(boolean colour, boolean unicode) {
    /** No colours, ASCII only: what every terminal and every log shows. */
    public static final Ink PLAIN = new Ink(false, false);

    public String bold(String text) {
        return style("1", text);
    }

    /** What matters less. */
    public String quiet(String text) {
        return style("2", text);
    }

    public String good(String text) {
        return style("32", text);
    }

    public String bad(String text) {
        return style("31", text);
    }

    public String warn(String text) {
        return style("33", text);
    }

    public String accent(String text) {
        return style("36", text);
    }

    private String style(String code, String text) {
        String clean = text(text);
        return colour && !clean.isEmpty() ? "\u001b[" + code + "m" + clean + "\u001b[0m" : clean;
    }

    /** Text as it is, cleaned, on one line, in ASCII where the terminal knows no more. */
    public String text(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || c == '\r' || c == 0xA0) {
                clean.append(' ');
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || isDirection(c)) {
                clean.append(unicode ? "\ufffd" : "?");
            } else if (unicode || c < 0x80) {
                clean.appendCodePoint(c);
            } else {
                clean.append(ascii(c));
            }
        });
        return clean.toString();
    }

    private static boolean isDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static String ascii(int c) {
        return switch (c) {
            case 0x202F, 0x2009 -> " ";
            case '−', '–', '—', '─' -> "-";
            case '→' -> "->";
            case '…' -> "...";
            case '×' -> "x";
            case '·' -> "-";
            case '±' -> "+-";
            case '∞' -> "inf";
            case '≈' -> "~";
            case '✓' -> "+";
            case '✕', '●' -> "!";
            case '▲' -> "^";
            case '○' -> "o";
            case '↗' -> "^";
            case '↘' -> "v";
            case '‖' -> "=";
            case '█' -> "#";
            case '▒' -> "=";
            case '░' -> ".";
            case '├', '┤', '│' -> "|";
            case '◀' -> "<";
            case '‘', '’' -> "'";
            case '“', '”' -> "\"";
            case 'é' -> "e";
            default -> "?";
        };
    }
}
