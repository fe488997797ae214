package dev.plumbline.tune.importance;

import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.ChoiceDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;

/** A domain in at most fifty cells, on its own scale. */
record Grid(Domain domain, int cells) {
    private static final int MOST = 50;

    static Grid of(Domain domain) {
        if (domain instanceof ChoiceDomain) {
            return new Grid(domain, (int) domain.cardinality());
        }
        long count = domain.cardinality();
        if (domain instanceof IntDomain whole && whole.log()) {
            count = (long) Math.ceil(Math.log((double) count) / Math.log(2)) + 1;
        }
        return new Grid(domain, (int) Math.min(count, MOST));
    }

    /** Whether neighbouring cells are alike. */
    boolean isOrdered() {
        return !(domain instanceof CategoricalDomain);
    }

    /** The cell of a value of the domain; the outermost cells' middles are the domain's ends. */
    int cell(Object value) {
        if (domain instanceof ChoiceDomain choices) {
            return choices.index(value);
        }
        double step = (scaled(high()) - scaled(low())) / (cells - 1);
        int cell = (int) Math.ceil((scaled(((Number) value).doubleValue()) - scaled(low())) / step - 0.5);
        return Math.max(0, Math.min(cells - 1, cell));
    }

    private double scaled(double value) {
        boolean log = domain instanceof FloatDomain reals ? reals.log() : ((IntDomain) domain).log();
        return log ? Math.log(value) : value;
    }

    private double low() {
        return domain instanceof FloatDomain reals ? reals.low() : ((IntDomain) domain).low();
    }

    private double high() {
        return domain instanceof FloatDomain reals ? reals.high() : ((IntDomain) domain).high();
    }
}
