package dev.plumbline.cli.step;

import dev.plumbline.data.Tensor;
import dev.plumbline.lab.Statistics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a session is to stop, forward or backward. */
sealed interface Breakpoint {
    /** Why it stops at a moment, as it follows "breakpoint 1:"; empty where it does not. */
    Optional<String> hit(Moment moment);

    /** At a node. */
    record AtNode(String node) implements Breakpoint {
        @Override
        public Optional<String> hit(Moment moment) {
            return moment.node().name().equals(node) ? Optional.of(toString()) : Optional.empty();
        }

        @Override
        public String toString() {
            return "node " + node;
        }
    }

    /** At a NaN or an infinity. */
    record NotFinite() implements Breakpoint {
        @Override
        public Optional<String> hit(Moment moment) {
            return moment.here()
                    .filter(tensor -> !Statistics.of(tensor).isFinite())
                    .map(tensor -> Figures.notFinite(Statistics.of(tensor), tensor.shape()));
        }

        @Override
        public String toString() {
            return "nan";
        }
    }

    /** At an output of a shape; of one node, or of any where it is null. */
    record OfShape(@Nullable String node, ShapePattern pattern) implements Breakpoint {
        @Override
        public Optional<String> hit(Moment moment) {
            boolean asked = node == null || moment.node().name().equals(node);
            return moment.here()
                    .map(Tensor::shape)
                    .filter(shape -> asked && !moment.backward() && pattern.matches(shape, moment.batch()))
                    .map(shape -> "shape " + shape);
        }

        @Override
        public String toString() {
            return "shape " + (node == null ? "any" : node) + " " + pattern;
        }
    }

    /** Where a condition holds: at the node whose output it is about, or at each that reads it. */
    record Where(Condition condition) implements Breakpoint {
        @Override
        public Optional<String> hit(Moment moment) {
            Watched watched = condition.watched();
            boolean concerned = moment.isMade(watched.name())
                    ? moment.node().outputs().contains(watched.name())
                    : moment.node().inputs().contains(watched.name());
            if (!concerned || watched.gradient() != moment.backward()) {
                return Optional.empty();
            }
            return moment.see(watched)
                    .map(Statistics::of)
                    .filter(condition::holds)
                    .map(condition::seen);
        }

        @Override
        public String toString() {
            return "if " + condition;
        }
    }
}
