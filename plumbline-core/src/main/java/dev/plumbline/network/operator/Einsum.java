package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * Sums of products in Einstein's notation, {@code equation}: letters name axes, {@code ...} stands for axes that
 * broadcast; without an arrow, letters that appear once are kept, in alphabetical order.
 */
final class Einsum implements Operator {
    private static final String REST = "...";

    @Override
    public String name() {
        return "Einsum";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        String equation = equation(inputs.attributes().text("equation", ""));
        String[] sides = equation.split("->", -1);
        String[] terms = sides[0].split(",", -1);
        if (terms.length != inputs.count()) {
            throw new ShapeFault(terms.length + " inputs, as " + equation + " has terms", inputs.count() + " inputs");
        }
        TreeMap<Character, Integer> sizes = new TreeMap<>();
        TreeMap<Character, Integer> uses = new TreeMap<>();
        Shape rest = Shape.of();
        for (int i = 0; i < terms.length; i++) {
            rest = Broadcast.of(rest, read(terms[i], inputs.shape(i), sizes, uses));
        }
        String result = sides.length > 1 ? sides[1] : implied(sides[0], uses);
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < result.length(); i++) {
            char letter = result.charAt(i);
            if (letter == '.') {
                out.addAll(rest.sizes());
                i += 2;
            } else if (sizes.containsKey(letter)) {
                out.add(sizes.get(letter));
            } else {
                throw new ShapeFault("letters of the inputs after the arrow", equation);
            }
        }
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(out)));
    }

    /** The equation without blanks. */
    private static String equation(String text) {
        return text.replace(" ", "").strip();
    }

    private static Shape read(
            String term, Shape shape, TreeMap<Character, Integer> sizes, TreeMap<Character, Integer> uses) {
        int ellipsis = term.indexOf(REST);
        String letters = term.replace(REST, "");
        int wide = shape.rank() - letters.length();
        if (wide < 0 || ellipsis < 0 && wide > 0) {
            throw new ShapeFault(letters.length() + " axes for the term " + term, shape.toString());
        }
        int before = ellipsis < 0 ? letters.length() : ellipsis;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            int size = shape.get(i < before ? i : i + wide);
            int known = sizes.getOrDefault(letter, 1);
            if (known != 1 && size != 1) {
                Sizes.same(known, size, Shape.of(known), shape);
            }
            sizes.put(letter, known == 1 || known == Shape.UNKNOWN ? size : known);
            uses.merge(letter, 1, Integer::sum);
        }
        return new Shape(ellipsis < 0 ? Collections.emptyList() : shape.sizes().subList(ellipsis, ellipsis + wide));
    }

    private static String implied(String terms, TreeMap<Character, Integer> uses) {
        StringBuilder kept = new StringBuilder(terms.contains(REST) ? REST : "");
        uses.forEach((letter, count) -> kept.append(count == 1 ? String.valueOf(letter) : ""));
        return kept.toString();
    }
}
