package dev.plumbline.tune.sampler;

import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.OrdinalDomain;

/** A part of a domain, seen as a part of the unit interval. */
record UnitRange(double low, double high) {
    static final UnitRange ALL = new UnitRange(0, 1);

    double width() {
        return high - low;
    }

    /** A range of this width around a place, moved so that it stays in the unit interval. */
    static UnitRange around(double centre, double width) {
        double low = Math.max(0, Math.min(1 - width, centre - width / 2));
        return new UnitRange(low, Math.min(1, low + width));
    }

    /** The values of a domain that lie in this range; a categorical domain stays as it is. */
    Domain of(Domain domain) {
        if (domain instanceof FloatDomain real) {
            return new FloatDomain(real.fromUnit(low), real.fromUnit(high), real.log(), real.step());
        }
        if (domain instanceof IntDomain whole) {
            return new IntDomain(whole.fromUnit(low), whole.fromUnit(high), whole.log(), whole.step());
        }
        if (domain instanceof OrdinalDomain ordinal) {
            int from = ordinal.index(ordinal.fromUnit(low));
            int to = ordinal.index(ordinal.fromUnit(high));
            return OrdinalDomain.of(ordinal.choices().subList(from, to + 1));
        }
        return (CategoricalDomain) domain;
    }
}
