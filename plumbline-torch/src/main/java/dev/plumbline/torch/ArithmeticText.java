package dev.plumbline.torch;

import dev.plumbline.data.DType;
import dev.plumbline.data.Tensor;
import java.util.List;
import java.util.Locale;

/** Arithmetic, elementary functions and conversions of each element. */
final class ArithmeticText {
    private ArithmeticText() {}

    static void rows(Translations table) {
        table.row("Add", n -> n.fit(n.call("add")));
        table.row("Sub", n -> n.fit(n.call("sub")));
        table.row("Mul", n -> n.fit(n.call("mul")));
        table.row("Div", ArithmeticText::div);
        table.row("Pow", ArithmeticText::pow);
        table.row("Mod", n -> n.call(n.integer("fmod", 0) == 1 ? "fmod" : "remainder"));
        table.row("Max", n -> joined(n, "maximum"));
        table.row("Min", n -> joined(n, "minimum"));
        table.row("Sum", n -> joined(n, "add"));
        table.row("Mean", n -> "torch.div(" + joined(n, "add") + ", " + n.inputCount() + ".)");
        table.row("Neg", n -> n.fit(n.call("neg")));
        for (String function : List.of("Abs", "Sign", "Floor", "Ceil", "Round", "Sqrt", "Reciprocal", "Exp", "Log")) {
            table.call(function, function.toLowerCase(Locale.ROOT));
        }
        for (String function : List.of("Sin", "Cos", "Tan", "Asin", "Acos", "Atan")) {
            table.call(function, function.toLowerCase(Locale.ROOT));
            table.call(function + "h", function.toLowerCase(Locale.ROOT) + "h");
        }
        table.row("Erf", n -> n.back("torch.erf(" + floating(n) + ")", floatType(n)));
        table.row("Clip", ArithmeticText::clip);
        table.row("CumSum", n -> cumulative(n, "cumsum", "zeros_like"));
        table.row("CumProd", n -> cumulative(n, "cumprod", "ones_like"));
        table.row("Cast", ArithmeticText::cast);
        table.row("CastLike", ArithmeticText::cast);
        table.row("BitCast", ArithmeticText::bitCast);
    }

    /** Whole numbers toward zero. */
    private static String div(NodeText n) {
        return n.type(0).dtype().isFloat()
                ? n.call("div")
                : "torch.div(" + n.in(0) + ", " + n.in(1) + ", rounding_mode=\"trunc\")";
    }

    private static String pow(NodeText n) {
        DType base = n.type(0).dtype();
        DType exponent = n.type(1).dtype();
        Tensor known = n.known(1).orElse(null);
        if (base.isFloat()
                && known != null
                && known.elements() == 1
                && n.shape(1).rank() <= n.shape(0).rank()) {
            return "torch.pow(" + n.in(0) + ", " + Literals.real(known.get(0)) + ")";
        }
        if (base == exponent) {
            return n.fit(n.call("pow"));
        }
        DType common = base.isInteger() && exponent.isInteger() ? DType.INT64 : DType.FLOAT64;
        return n.back("torch.pow(" + n.as(0, common) + ", " + n.as(1, common) + ")", common);
    }

    private static String joined(NodeText n, String function) {
        String all = n.in(0);
        for (int i = 1; i < n.inputCount(); i++) {
            all = "torch." + function + "(" + all + ", " + n.in(i) + ")";
        }
        return n.inputCount() == 1 ? "torch.alias(" + all + ")" : all;
    }

    private static DType floatType(NodeText n) {
        return n.type(0).dtype().isFloat() ? n.type(0).dtype() : DType.FLOAT64;
    }

    private static String floating(NodeText n) {
        return n.as(0, floatType(n));
    }

    private static String clip(NodeText n) {
        if (!n.has(1) && !n.has(2)) {
            return "torch.alias(" + n.in(0) + ")";
        }
        boolean numbers = (!n.has(1) || isNumber(n, 1)) && (!n.has(2) || isNumber(n, 2));
        return numbers
                ? "torch.clamp(" + n.in(0) + ", " + bound(n, 1) + ", " + bound(n, 2) + ")"
                : "torch.clamp(" + n.in(0) + ", " + n.in(1) + ", " + n.in(2) + ")";
    }

    private static boolean isNumber(NodeText n, int index) {
        Tensor bound = n.known(index).orElse(null);
        return bound != null && bound.elements() == 1;
    }

    private static String bound(NodeText n, int index) {
        return n.has(index)
                ? Literals.number(
                        n.known(index).orElseThrow().get(0), n.type(index).dtype())
                : "None";
    }

    /** @param first the function that makes what stands before the first element where each sum is without its own */
    private static String cumulative(NodeText n, String function, String first) {
        String axis = n.let(n.whole(1));
        boolean reverse = n.integer("reverse", 0) == 1;
        String x = reverse ? n.let("torch.flip(" + n.in(0) + ", [" + axis + "])") : n.in(0);
        String all = n.let("torch." + function + "(" + x + ", " + axis + ", dtype="
                + ScalarTypes.of(n.outputType().dtype()) + ")");
        if (n.integer("exclusive", 0) == 1) {
            all = n.let("torch.cat([torch." + first + "(torch.slice(" + x + ", " + axis + ", 0, 1)), torch.slice(" + all
                    + ", " + axis + ", 0, -1)], " + axis + ")");
        }
        return n.fit(reverse ? "torch.flip(" + all + ", [" + axis + "])" : "torch.alias(" + all + ")");
    }

    private static String cast(NodeText n) {
        DType from = n.type(0).dtype();
        return from == n.outputType().dtype() ? "torch.alias(" + n.in(0) + ")" : n.back(n.in(0), from);
    }

    /** Unsigned numbers that are held wider are read as signed ones of their own width. */
    private static String bitCast(NodeText n) {
        DType from = signed(n.type(0).dtype());
        DType to = signed(n.outputType().dtype());
        String narrow = "torch.to(" + n.in(0) + ", " + ScalarTypes.of(from) + ")";
        String bits = "torch.view_copy(" + narrow + ", dtype=" + ScalarTypes.of(to) + ")";
        return n.back(bits, to);
    }

    private static DType signed(DType dtype) {
        return switch (dtype) {
            case UINT16 -> DType.INT16;
            case UINT32 -> DType.INT32;
            case UINT64 -> DType.INT64;
            default -> dtype;
        };
    }
}
