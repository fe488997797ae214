package dev.plumbline.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The lists of tensors that a program takes, and which place holds what. What an optimizer's kernel writes to must be a
 * list of its own: libtorch takes a list that a program made itself for a copy, and drops the update as useless.
 */
final class Arguments {
    /** The list of everything that is only read. */
    static final String OTHERS = "a";

    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    /** Takes the next place among what is only read. @return the variable by which a program knows it */
    String add(String variable) {
        lists.computeIfAbsent(OTHERS, name -> new ArrayList<>()).add(variable);
        return variable;
    }

    /** Takes places for several, in a list of their own or among what is only read. */
    List<String> addAll(String list, String stem, int count) {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.computeIfAbsent(list, name -> new ArrayList<>()).add(stem + i);
            added.add(stem + i);
        }
        return added;
    }

    /** How the name of a tensor says which list it goes to. */
    static String mark(String list) {
        return list + "[]";
    }

    /** The program's parameters as its first line has them; the read-only list last. */
    String signature() {
        return names().stream().map(name -> ",\n    " + name + ": List[Tensor]").collect(Collectors.joining());
    }

    /** The lines that give each place its variable. */
    List<String> unpacking() {
        List<String> lines = new ArrayList<>();
        for (String name : names()) {
            List<String> variables = lists.getOrDefault(name, List.of());
            for (int i = 0; i < variables.size(); i++) {
                lines.add(variables.get(i) + " = " + name + "[" + i + "]");
            }
        }
        return lines;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(lists.keySet());
        if (names.remove(OTHERS)) {
            names.add(OTHERS);
        }
        return names;
    }
}
