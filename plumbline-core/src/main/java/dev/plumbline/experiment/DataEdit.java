package dev.plumbline.experiment;

/**
 * A change of the data, as the experiment file holds it under {@code data.edits}. It is made after reading, splitting
 * and choosing, and before normalization, in the order of the list; the files stay as they are. What is to be changed
 * is worked out from the data each time, so that the same edit suits whatever the data hold.
 */
public sealed interface DataEdit {
    /** Changes that need no value. */
    enum Repair implements DataEdit, Labelled {
        /** Splits whose inputs were prepared otherwise are brought to train's mean and deviation. */
        MATCH_SPLITS("match-splits"),
        /** Splits whose classes are numbered otherwise get train's numbers. */
        MATCH_LABELS("match-labels"),
        /** Splits whose image channels stand in another order, or were cut out of rows the wrong way, get train's. */
        PERMUTE_CHANNELS("permute-channels"),
        /** Copies are dropped: later ones of train, and those in other splits of what train holds. */
        DROP_DUPLICATES("drop-duplicates"),
        /** Train examples are dropped whose class contradicts all that are like them. */
        DROP_SUSPECTS("drop-suspects"),
        /** Train examples of rare classes are repeated until every class has as many. */
        BALANCE("balance"),
        /** Stand-ins for missing numbers become the median, and blank train examples are dropped. */
        CLEAN_INPUTS("clean-inputs"),
        /** Train examples are dropped whose target is a stand-in for a missing one, or of another unit. */
        CLEAN_TARGETS("clean-targets"),
        /** Train and validation are put together and split anew at random, as large as they were. */
        SHUFFLE_SPLIT("shuffle-split");

        private final String label;

        Repair(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * A feature tells nothing any more: everywhere it has its mean over train, so that networks of a fixed width still
     * fit.
     *
     * @param feature a column's name, or its number in a row of the first input, from 0
     */
    record DropFeature(String feature) implements DataEdit {}

    /**
     * Every target of train moves by so many rows against the inputs; what falls off one end comes in at the other.
     *
     * @param rows 1: each input gets the target of the row before it; -1: of the row behind it
     */
    record ShiftTargets(int rows) implements DataEdit {}
}
