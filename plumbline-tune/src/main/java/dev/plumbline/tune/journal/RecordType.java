package dev.plumbline.tune.journal;

/** What a record tells; the code stands in the file and never changes its meaning. */
enum RecordType {
    /** What the study is: directions, space. */
    STUDY(1),
    /** A name or a value's text, which later records call by its number. */
    WORD(2),
    /** A trial that begins, or waits. */
    BEGUN(3),
    /** A parameter's value. */
    SUGGESTED(4),
    /** An intermediate value. */
    REPORTED(5),
    /** A note on a trial. */
    NOTED(6),
    /** How a trial ended. */
    ENDED(7);

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
