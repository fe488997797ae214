package dev.plumbline.tune.journal;

import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.ChoiceDomain;
import dev.plumbline.tune.space.Condition;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.OrdinalDomain;
import dev.plumbline.tune.space.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters' values, domains and conditions in records. */
final class ValueCodec {
    private static final int REAL = 0;
    private static final int WHOLE = 1;
    private static final int TEXT = 2;
    private static final int NO = 3;
    private static final int YES = 4;

    private final Words words;

    ValueCodec(Words words) {
        this.words = words;
    }

    /** Writes the words that a value needs; records cannot be begun inside of another. */
    void prepare(Object value, RecordWriter records) {
        if (value instanceof String text) {
            words.number(text, records);
        }
    }

    void prepare(Map<String, Object> values, RecordWriter records) {
        values.forEach((name, value) -> {
            words.number(name, records);
            prepare(value, records);
        });
    }

    void write(Object value, RecordWriter records) {
        if (value instanceof Double real) {
            records.one(REAL).real(real);
        } else if (value instanceof Long whole) {
            records.one(WHOLE).signed(whole);
        } else if (value instanceof String text) {
            records.one(TEXT).count(words.number(text, records));
        } else if (value instanceof Boolean truth) {
            records.one(truth ? YES : NO);
        } else {
            throw new IllegalArgumentException("a value must be a Double, Long, String or Boolean, but got " + value
                    + " of " + value.getClass().getName());
        }
    }

    Object read(RecordReader payload) {
        int kind = payload.one();
        return switch (kind) {
            case REAL -> payload.real();
            case WHOLE -> payload.signed();
            case TEXT -> words.word(payload.small());
            case NO -> false;
            case YES -> true;
            default -> throw new IllegalStateException("a value of kind 0 to 4 is expected, found kind " + kind);
        };
    }

    void write(Map<String, Object> values, RecordWriter records) {
        records.count(values.size());
        values.forEach((name, value) -> {
            records.count(words.number(name, records));
            write(value, records);
        });
    }

    Map<String, Object> readMap(RecordReader payload) {
        int size = payload.small();
        if (size == 0) {
            return Map.of();
        }
        Map<String, Object> values = new LinkedHashMap<>(2 * size);
        for (int i = 0; i < size; i++) {
            String name = words.word(payload.small());
            values.put(name, read(payload));
        }
        return values;
    }

    void prepare(Parameter parameter, RecordWriter records) {
        words.number(parameter.name(), records);
        ChoiceDomain.of(parameter.domain()).forEach(choice -> prepare(choice, records));
        Condition condition = parameter.condition();
        if (condition != null) {
            words.number(condition.parent(), records);
            condition.values().forEach(value -> prepare(value, records));
        }
    }

    void write(Parameter parameter, RecordWriter records) {
        records.count(words.number(parameter.name(), records));
        Domain domain = parameter.domain();
        if (domain instanceof FloatDomain reals) {
            records.one(0)
                    .real(reals.low())
                    .real(reals.high())
                    .one(reals.log() ? 1 : 0)
                    .real(reals.step());
        } else if (domain instanceof IntDomain whole) {
            records.one(1)
                    .signed(whole.low())
                    .signed(whole.high())
                    .one(whole.log() ? 1 : 0)
                    .count(whole.step());
        } else {
            records.one(domain instanceof CategoricalDomain ? 2 : 3);
            write(ChoiceDomain.of(domain), records);
        }
        Condition condition = parameter.condition();
        records.one(condition == null ? 0 : 1);
        if (condition != null) {
            records.count(words.number(condition.parent(), records));
            write(condition.values(), records);
        }
    }

    Parameter readParameter(RecordReader payload) {
        String name = words.word(payload.small());
        int kind = payload.one();
        Domain domain = switch (kind) {
            case 0 -> new FloatDomain(payload.real(), payload.real(), payload.one() == 1, payload.real());
            case 1 -> new IntDomain(payload.signed(), payload.signed(), payload.one() == 1, payload.count());
            case 2 -> new CategoricalDomain(readList(payload));
            case 3 -> new OrdinalDomain(readList(payload));
            default -> throw new IllegalStateException("a domain of kind 0 to 3 is expected, found kind " + kind);
        };
        @Nullable
        Condition condition = payload.one() == 0 ? null : new Condition(words.word(payload.small()), readList(payload));
        return new Parameter(name, domain, condition);
    }

    private void write(List<Object> values, RecordWriter records) {
        records.count(values.size());
        values.forEach(value -> write(value, records));
    }

    private List<Object> readList(RecordReader payload) {
        int size = payload.small();
        List<Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(read(payload));
        }
        return values;
    }
}
