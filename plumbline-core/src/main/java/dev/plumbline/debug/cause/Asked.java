package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.lab.Lab;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a network said when it was asked last, since asking costs a compilation: the same experiment in the same lab is
 * not asked again. Safe for several threads.
 */
public final class Asked<T> {
    private record Answered<T>(
            Experiment experiment, @Nullable Lab lab, T answer) {}

    private final Function<Setup, T> question;
    private final AtomicReference<@Nullable Answered<T>> last = new AtomicReference<>();

    public Asked(Function<Setup, T> question) {
        this.question = question;
    }

    public T of(Setup setup) {
        Answered<T> known = last.get();
        if (known == null
                || known.lab() != setup.observed().lab()
                || !known.experiment().equals(setup.experiment())) {
            known = new Answered<>(setup.experiment(), setup.observed().lab(), question.apply(setup));
            last.set(known);
        }
        return known.answer();
    }
}
