package dev.plumbline.tune.space;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a study in their order. Immutable.
 *
 * <pre>{@code
 * Space space = Space.of("optimizer", CategoricalDomain.of("sgd", "adam"))
 *         .with("learning-rate", FloatDomain.log(1e-5, 1e-1))
 *         .with("momentum", FloatDomain.of(0, 0.99), Condition.when("optimizer", "sgd"));
 * }</pre>
 *
 * A parameter with a condition is there only where an earlier one has a certain value; a configuration without it has
 * no such entry.
 */
public final class Space {
    private static final Space EMPTY = new Space(Map.of());

    private final Map<String, Parameter> parameters;
    private final List<Parameter> list;

    private Space(Map<String, Parameter> parameters) {
        this.parameters = parameters;
        this.list = List.copyOf(parameters.values());
    }

    /** The space of no parameters. */
    public static Space empty() {
        return EMPTY;
    }

    /** A space of these parameters; a condition's parent comes before. */
    public static Space of(Collection<Parameter> parameters) {
        Map<String, Parameter> all = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            check(all, parameter);
            all.put(parameter.name(), parameter);
        }
        return new Space(all);
    }

    /** A space of one parameter, to be continued by {@link #with}. */
    public static Space of(String name, Domain domain) {
        return EMPTY.with(name, domain);
    }

    /**
     * This space and a parameter that is always there. A parameter of the name keeps its place and gets the new domain.
     */
    public Space with(String name, Domain domain) {
        return with(new Parameter(name, domain, null));
    }

    /** This space and a parameter that is there where the condition holds; its parent must be there already. */
    public Space with(String name, Domain domain, Condition condition) {
        return with(new Parameter(name, domain, condition));
    }

    /** This space and a parameter. One of the same name keeps its place and is replaced. */
    public Space with(Parameter parameter) {
        Map<String, Parameter> more = new LinkedHashMap<>(parameters);
        check(more, parameter);
        more.put(parameter.name(), parameter);
        return new Space(more);
    }

    private static void check(Map<String, Parameter> before, Parameter parameter) {
        Condition condition = parameter.condition();
        if (condition == null) {
            return;
        }
        Parameter parent = before.get(condition.parent());
        if (parent == null || parent.name().equals(parameter.name())) {
            throw new IllegalArgumentException("the parameter `" + parameter.name() + "` depends on `"
                    + condition.parent() + "`, which must be added before it; there are " + before.keySet());
        }
        for (Object value : condition.values()) {
            if (!parent.domain().contains(value)) {
                throw new IllegalArgumentException("the parameter `" + parameter.name() + "` depends on `"
                        + parent.name() + "` being " + value + ", but that one takes " + parent.domain());
            }
        }
    }

    public List<Parameter> parameters() {
        return list;
    }

    public Optional<Parameter> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    public int size() {
        return list.size();
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /**
     * A configuration: walks the parameters in order and chooses a value for each one that is there.
     *
     * @param choose the value for a parameter, of its domain
     */
    public Map<String, Object> configuration(Function<Parameter, Object> choose) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        for (Parameter parameter : list) {
            if (parameter.isActive(chosen)) {
                chosen.put(parameter.name(), choose.apply(parameter));
            }
        }
        return chosen;
    }

    /** How many configurations there are at most (conditions are not looked at), or {@link Domain#INFINITE}. */
    public long cardinality() {
        long product = 1;
        for (Parameter parameter : list) {
            long count = parameter.domain().cardinality();
            if (count == Domain.INFINITE || product > Domain.INFINITE / count) {
                return Domain.INFINITE;
            }
            product *= count;
        }
        return product;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Space space && list.equals(space.list);
    }

    @Override
    public int hashCode() {
        return list.hashCode();
    }

    @Override
    public String toString() {
        return "Space" + list;
    }
}
