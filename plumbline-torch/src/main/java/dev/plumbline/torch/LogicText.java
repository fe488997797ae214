package dev.plumbline.torch;

/** Truths, comparisons, bits, and choice by truth. */
final class LogicText {
    private LogicText() {}

    static void rows(Translations table) {
        table.call("Equal", "eq");
        table.call("Less", "lt");
        table.call("LessOrEqual", "le");
        table.call("Greater", "gt");
        table.call("GreaterOrEqual", "ge");
        table.call("And", "logical_and");
        table.call("Or", "logical_or");
        table.call("Xor", "logical_xor");
        table.call("Not", "logical_not");
        table.call("IsNaN", "isnan");
        table.row("IsInf", LogicText::isInf);
        table.row(
                "BitShift",
                n -> n.fit(n.call(
                        n.attributes().text("direction", "LEFT").equals("LEFT")
                                ? "bitwise_left_shift"
                                : "bitwise_right_shift")));
        table.call("BitwiseAnd", "bitwise_and");
        table.call("BitwiseOr", "bitwise_or");
        table.call("BitwiseXor", "bitwise_xor");
        table.row("BitwiseNot", n -> n.fit(n.call("bitwise_not")));
        table.call("Where", "where");
    }

    private static String isInf(NodeText n) {
        boolean above = n.integer("detect_positive", 1) == 1;
        boolean below = n.integer("detect_negative", 1) == 1;
        if (!above && !below) {
            return "torch.zeros_like(" + n.in(0) + ", dtype=11)";
        }
        return n.call(above && below ? "isinf" : above ? "isposinf" : "isneginf");
    }
}
