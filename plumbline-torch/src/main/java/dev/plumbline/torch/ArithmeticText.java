package dev.plumbline.torch;

/** Arithmetic and elementary functions of each element. */
final class ArithmeticText {
    private ArithmeticText() {}

    static void rows(Translations table) {
        table.row("Identity", n -> "torch.alias(" + n.in(0) + ")");
        table.call("Exp", "exp");
        table.call("Log", "log");
        table.call("Sqrt", "sqrt");
        table.call("Neg", "neg");
        table.call("Abs", "abs");
        table.call("Add", "add");
        table.call("Sub", "sub");
        table.call("Mul", "mul");
        table.call("Div", "div");
    }
}
