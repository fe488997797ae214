package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Parameter.Role;

/**
 * A variable as a layer declares it.
 *
 * @param name what Keras calls it: {@code kernel}
 * @param stem under which the settings speak of it: {@code kernel} for {@code kernel_initializer}; empty for none
 * @param shape its sizes in Keras
 * @param layout how its values stand in the parameter
 * @param role what it is for
 * @param initializer what Keras draws it by where the settings do not say
 * @param learned whether training moves it, unless it is frozen
 */
record VariableSpec(
        String name, String stem, Shape shape, Layout layout, Role role, Initializer initializer, boolean learned) {
    /** A kernel; Glorot's uniform initializer is Keras's default. */
    static VariableSpec weight(String name, Shape shape, Layout layout) {
        return new VariableSpec(name, name, shape, layout, Role.WEIGHT, Initializers.GLOROT_UNIFORM, true);
    }

    /** A bias, zero at first. */
    static VariableSpec bias(String name, Shape shape) {
        return new VariableSpec(name, name, shape, Layout.SAME, Role.BIAS, Initializer.ZEROS, true);
    }

    /** A scale, one at first. */
    static VariableSpec scale(String name, Shape shape) {
        return new VariableSpec(name, name, shape, Layout.SAME, Role.WEIGHT, Initializer.ONES, true);
    }

    /** A running statistic. */
    static VariableSpec statistic(String name, Shape shape, Initializer initializer) {
        return new VariableSpec(name, name, shape, Layout.SAME, Role.STATISTIC, initializer, false);
    }

    /** This variable with its settings under another name. */
    VariableSpec under(String settings) {
        return new VariableSpec(name, settings, shape, layout, role, initializer, learned);
    }

    /** This variable in another layout. */
    VariableSpec in(Layout changed) {
        return new VariableSpec(name, stem, shape, changed, role, initializer, learned);
    }

    /** This variable drawn by another initializer where the settings do not say. */
    VariableSpec drawn(Initializer changed) {
        return new VariableSpec(name, stem, shape, layout, role, changed, learned);
    }
}
