package dev.plumbline.tune.journal;

/** What a record tells. The code stands in the file, and never changes its meaning. */
enum RecordType {
    /** A name or a choice, which later records call by its number. */
    WORD(1),
    /** A process that works on the study, which later records call by its number. */
    WORKER(2),
    STUDY(3),
    PARAMETER(4),
    ENQUEUED(5),
    STARTED(6),
    CHOSEN(7),
    REPORTED(8),
    PAUSED(9),
    RESUMED(10),
    ANNOTATED(11),
    FINISHED(12);

    private static final RecordType[] BY_CODE = new RecordType[13];

    static {
        for (RecordType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** @throws IllegalStateException for a code that this version does not know */
    static RecordType of(int code) {
        if (code < 1 || code >= BY_CODE.length) {
            throw new IllegalStateException(
                    "a record of kind 1 to " + (BY_CODE.length - 1) + " is expected, found kind " + code
                            + ": the journal was written by a newer version. Use that one.");
        }
        return BY_CODE[code];
    }
}
