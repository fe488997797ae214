package dev.plumbline.debug.cause.data;

import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Schema;
import dev.plumbline.experiment.Modality;
import java.util.Locale;

/** Numbers and names as findings show them. */
final class Figures {
    private Figures() {}

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A class in quotes, or its number where it has no name. */
    static String className(Schema schema, int number) {
        return number < schema.classNames().size() ? "\"" + schema.classNames().get(number) + "\"" : "class " + number;
    }

    /** A feature of an input, or a channel of an image. */
    static String feature(Schema schema, int input, int number) {
        InputSchema of = schema.inputs().get(input);
        if (number < of.features().size()) {
            return of.features().get(number);
        }
        boolean channel = schema.modality() == Modality.IMAGE && of.shape().rank() > 1;
        return (channel ? "channel " : "feature ") + number + " of " + of.name();
    }
}
