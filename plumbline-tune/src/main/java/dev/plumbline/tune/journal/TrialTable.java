package dev.plumbline.tune.journal;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table that Optuna's {@code trials_dataframe()} gives, as CSV. */
final class TrialTable {
    private static final String PARAMETER = "params_";
    private static final String NOTE = "user_attrs_";
    /** A range over so many times its least value was surely searched by the order of magnitude. */
    private static final double LOGARITHMIC = 100;

    private final List<String> names;
    private final List<List<String>> rows;
    private final Space declared;

    TrialTable(String text, Space declared) {
        List<List<String>> all = Csv.rows(text);
        this.declared = declared;
        names = all.isEmpty() ? List.of() : all.get(0);
        rows = all.isEmpty() ? List.of() : all.subList(1, all.size());
        if (!names.contains("number") || !names.contains("state")) {
            throw new IllegalArgumentException(
                    "the columns `number` and `state` of Optuna's trials_dataframe() are expected, found " + names);
        }
    }

    ForeignStudy study(String name, List<Direction> directions) {
        ForeignStudy study = new ForeignStudy(name, directions);
        for (String column : names) {
            if (column.startsWith(PARAMETER)) {
                domain(column).ifPresent(d -> study.domains.put(column.substring(PARAMETER.length()), d));
            }
        }
        Map<Integer, ForeignTrial> byNumber = new TreeMap<>();
        for (List<String> row : rows) {
            int number = (int) Double.parseDouble(Objects.requireNonNull(cell(row, "number"), "number"));
            byNumber.put(number, trial(row, study.domains, directions.size()));
        }
        study.trials.addAll(byNumber.values());
        return study;
    }

    private ForeignTrial trial(List<String> row, Map<String, Domain> domains, int objectives) {
        ForeignTrial trial = new ForeignTrial();
        String state = Objects.requireNonNullElse(cell(row, "state"), "");
        trial.state = state.equals("FAIL") ? TrialState.FAILED : TrialState.valueOf(state);
        String start = cell(row, "datetime_start");
        trial.start = start == null ? null : Times.read(start);
        String end = cell(row, "datetime_complete");
        trial.end = end == null ? null : Times.read(end);
        List<Double> values = new ArrayList<>();
        for (int k = 0; k < objectives; k++) {
            String value = cell(row, objectives == 1 ? "value" : "values_" + k);
            if (value != null) {
                values.add(Double.valueOf(value.replace("inf", "Infinity")));
            }
        }
        trial.values = values;
        domains.forEach((name, domain) -> {
            String text = cell(row, PARAMETER + name);
            if (text != null) {
                trial.parameters.put(name, value(text, domain));
            }
        });
        for (String column : names) {
            String note = column.startsWith(NOTE) ? cell(row, column) : null;
            if (note != null) {
                trial.notes.put(column.substring(NOTE.length()), note);
            }
        }
        return trial;
    }

    private static Object value(String text, Domain domain) {
        if (domain instanceof IntDomain) {
            return (long) Double.parseDouble(text);
        }
        return domain instanceof FloatDomain ? (Object) Double.valueOf(text) : choice(text);
    }

    private static Object choice(String text) {
        if (text.equals("True") || text.equals("False")) {
            return text.equals("True");
        }
        return isNumber(text) ? number(text) : text;
    }

    private static Object number(String text) {
        double number = Double.parseDouble(text);
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? (Object) (long) number : (Object) number;
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?|[-+]?[0-9]+\\.");
    }

    /** As it was declared, else by what values the trials have. */
    private Optional<Domain> domain(String column) {
        String name = column.substring(PARAMETER.length());
        if (declared.parameter(name).isPresent()) {
            return declared.parameter(name).map(p -> p.domain());
        }
        TreeSet<String> texts = new TreeSet<>();
        rows.forEach(row -> {
            String text = cell(row, column);
            if (text != null) {
                texts.add(text);
            }
        });
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        if (!texts.stream().allMatch(TrialTable::isNumber)) {
            return Optional.of(
                    CategoricalDomain.of(texts.stream().map(TrialTable::choice).toList()));
        }
        return Optional.of(range(texts.stream().map(TrialTable::number).toList()));
    }

    private static Domain range(List<Object> numbers) {
        double low = numbers.stream()
                .mapToDouble(n -> ((Number) n).doubleValue())
                .min()
                .orElseThrow();
        double high = numbers.stream()
                .mapToDouble(n -> ((Number) n).doubleValue())
                .max()
                .orElseThrow();
        boolean log = low > 0 && high / low >= LOGARITHMIC;
        return numbers.stream().allMatch(n -> n instanceof Long)
                ? new IntDomain((long) low, (long) high, log, 1)
                : new FloatDomain(low, high, log, 0);
    }

    private @Nullable String cell(List<String> row, String column) {
        int at = names.indexOf(column);
        String text = at < 0 || at >= row.size() ? "" : row.get(at);
        return text.isBlank() ? null : text;
    }
}
