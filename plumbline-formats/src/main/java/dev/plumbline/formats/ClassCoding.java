package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Classes by name, numbered in order: numbers by size, words by the alphabet.
 *
 * @param classNames in the order of their numbers
 */
record ClassCoding(List<String> classNames, Map<String, Integer> numbers) implements TargetCoding {
    private static final int FEW = 20;

    /** @throws UnusableInputException if there is one class only, or the targets cannot be classes */
    static ClassCoding fit(Targets train) {
        Set<String> found = new HashSet<>();
        boolean fractions = false;
        for (int row = 0; row < train.size(); row++) {
            if (train instanceof Targets.Numbers numbers) {
                double value = numbers.value().applyAsDouble(row);
                fractions |= value != Math.rint(value);
            }
            found.add(train.text(row));
        }
        if (found.size() < 2) {
            throw new UnusableInputException(
                    train.subject(),
                    "at least two classes",
                    "only \"" + CsvFormat.shortened(found.iterator().next()) + "\" in all " + train.size()
                            + " examples",
                    "Add examples of another class, or name another target.");
        }
        if (fractions && found.size() > FEW) {
            throw new UnusableInputException(
                    train.subject(),
                    "classes",
                    found.size() + " different numbers such as " + train.text(0),
                    "Set `task: regression`, or name another target.");
        }
        return of(found);
    }

    private static ClassCoding of(Set<String> classes) {
        List<String> names = new ArrayList<>(classes);
        names.sort(order(names));
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return new ClassCoding(List.copyOf(names), Map.copyOf(numbers));
    }

    /** Left as it is where a split has so little in common with train that its targets must be something else. */
    @Override
    public TargetCoding seeing(List<Targets> others, Notes notes) {
        Set<String> known = numbers.keySet();
        Set<String> unseen = new TreeSet<>();
        for (Targets other : others) {
            Set<String> texts = IntStream.range(0, other.size())
                    .filter(row -> !other.isMissing(row))
                    .mapToObj(other::text)
                    .collect(Collectors.toSet());
            boolean shared = texts.removeAll(known);
            if (!shared || texts.size() > known.size()) {
                return this;
            }
            unseen.addAll(texts);
        }
        if (unseen.isEmpty()) {
            return this;
        }
        notes.add(
                others.get(0).name(),
                "Train has no example of " + String.join(", ", unseen)
                        + ", which another split has: classes of their own" + " all the same.");
        unseen.addAll(known);
        return of(unseen);
    }

    @Override
    public Task task() {
        return Task.CLASSIFICATION;
    }

    @Override
    public int outputs() {
        return classNames.size();
    }

    @Override
    public Tensor encode(Targets targets) {
        TargetCoding.requireComplete(targets);
        long[] encoded = new long[targets.size()];
        for (int row = 0; row < encoded.length; row++) {
            Integer number = numbers.get(targets.text(row));
            if (number == null) {
                throw new UnusableInputException(
                        targets.place().apply(row) + ", " + targets.name(),
                        "one of the " + outputs() + " classes of the train split",
                        "\"" + CsvFormat.shortened(targets.text(row)) + "\"",
                        "Add examples of this class to the train split, or remove them here.");
            }
            encoded[row] = number;
        }
        return new LongTensor(encoded, Shape.of(encoded.length));
    }

    private static Comparator<String> order(List<String> names) {
        for (String name : names) {
            if (Double.isNaN(number(name))) {
                return Comparator.naturalOrder();
            }
        }
        return Comparator.comparingDouble(ClassCoding::number).thenComparing(Comparator.naturalOrder());
    }

    private static double number(String name) {
        return CellText.number(name.toCharArray(), 0, name.length(), false);
    }
}
