package dev.plumbline.improve;

import dev.plumbline.evaluate.Decomposition;
import java.util.List;

/** The remedies for one term of the error. To add one: write a class, and list it in {@link Remedies#standard()}. */
interface Treatment {
    /** The term that it makes smaller. */
    Decomposition.Kind treats();

    /** The remedies that this experiment allows, best first. */
    List<NextStep> steps(Patient patient);
}
